#!/bin/sh
# Records which reference vectors pass and, given folders of sweeps of examples/vision-small.conf or examples/graph-small.conf, their tables;
# then writes docs/methods.md:
#   tests/system/methods.sh [SWEEP...]
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd -P)
vectors=plugins/vision/src/main/resources/results/vectors.json

for sweep in "$@"; do
  case $(basename "$sweep") in
    vision-small-*) plugin=plugins/vision ;;
    graph-small-*) plugin=plugin-graph ;;
    *) echo "$sweep is no sweep of a small check" >&2; exit 2 ;;
  esac
  mkdir -p "$root/$plugin/src/main/resources/results"
  cp "$sweep/table.json" "$root/$plugin/src/main/resources/results/small-check.json"
done
cd "$root"
mkdir -p "$(dirname "$vectors")"
mvn -q -B -Dspotless.check.skip=true -pl tests/system -am test -Ddyad.record="$vectors" \
  -Dtest=ReferenceVectorsTest -Dsurefire.failIfNoSpecifiedTests=false
./dyad plugins methods > "$root/docs/methods.md.new"
mv "$root/docs/methods.md.new" "$root/docs/methods.md"
