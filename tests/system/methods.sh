#!/bin/sh
# Records which reference vectors pass and, given the folder of a sweep of examples/vision-small.conf, its table; then writes docs/methods.md:
#   tests/system/methods.sh [SWEEP]
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd -P)
results=plugins/vision/src/main/resources/results

mkdir -p "$root/$results"
if [ $# -gt 0 ]; then
  cp "$1/table.json" "$root/$results/small-check.json"
fi
cd "$root"
mvn -q -B -Dspotless.check.skip=true -pl tests/system -am test -Ddyad.record="$results/vectors.json" \
  -Dtest=ReferenceVectorsTest -Dsurefire.failIfNoSpecifiedTests=false
./dyad plugins methods > "$root/docs/methods.md.new"
mv "$root/docs/methods.md.new" "$root/docs/methods.md"
