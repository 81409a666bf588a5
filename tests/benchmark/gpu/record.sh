#!/bin/sh
# Trains ten steps of SimCLR on the CPU and writes what drive.py needs to take them again into a folder:
#   tests/benchmark/gpu/record.sh FOLDER                                          ResNet-18, batch 32
#   tests/benchmark/gpu/record.sh FOLDER encoder.width=16 train.batch-size=64     any settings of "dyad train --set"
set -eu

root=$(cd "$(dirname "$0")/../../.." && pwd -P)
here=$root/tests/benchmark

if [ -z "${DYAD_BENCHMARK_BUILT:-}" ]; then
  (cd "$root" && mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl tests/benchmark -am package) >&2
fi

java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
exec "$java" -Xmx1g -XX:MaxDirectMemorySize=256m -DOPT_OUT_TRACKING=true -Dai.djl.offline=true \
  -cp "$here/target/classes:$(cat "$here/target/classpath")" io.dyad.benchmark.drive.RecordSteps "$@"
