#!/bin/sh
# Draws the test samples of a run folder in two dimensions, as raw input and as learned:
#   tests/benchmark/picture.sh runs/quick-start-20260101-120000 docs/images/quick-start.png
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd -P)
here=$root/tests/benchmark

(cd "$root" && mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl tests/benchmark -am package) >&2

java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
exec "$java" -Djava.awt.headless=true -DOPT_OUT_TRACKING=true -Dai.djl.offline=true \
  -cp "$here/target/classes:$(cat "$here/target/classpath")" io.dyad.benchmark.picture.EmbeddingPicture "$@"
