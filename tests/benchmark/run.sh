#!/bin/sh
# Builds and runs the JMH cases whose class names match the first argument; the rest goes to JMH:
#   tests/benchmark/run.sh Crop -f 3 -prof gc
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd -P)
here=$root/tests/benchmark

(cd "$root" && mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl tests/benchmark -am package) >&2

java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
exec "$java" -XX:MaxDirectMemorySize=256m -DOPT_OUT_TRACKING=true -Dai.djl.offline=true \
  -cp "$here/target/classes:$(cat "$here/target/classpath")" org.openjdk.jmh.Main "$@"
