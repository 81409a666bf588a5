#!/bin/sh
# Builds and runs the JMH cases whose class names match the first argument; the rest goes to JMH:
#   tests/benchmark/run.sh TinyMlp
#   tests/benchmark/run.sh Augmentation -f 3 -prof gc
# DYAD_BENCHMARK_BUILT=1 leaves the build out.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd -P)
here=$root/tests/benchmark

if [ -z "${DYAD_BENCHMARK_BUILT:-}" ]; then
  (cd "$root" && mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl tests/benchmark -am package) >&2
fi

java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
# The launcher's settings of memory (distribution, bin/dyad).
export MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=33554432 MALLOC_TRIM_THRESHOLD_=8000000000 MALLOC_TOP_PAD_=268435456
exec "$java" -XX:+UseSerialGC -Xmx1g -XX:MaxDirectMemorySize=256m \
  -DOPT_OUT_TRACKING=true -Dai.djl.offline=true -Dai.djl.pytorch.num_threads=1 \
  -cp "$here/target/classes:$(cat "$here/target/classpath")" org.openjdk.jmh.Main \
  -prof io.dyad.benchmark.clock.KernelProfiler -prof io.dyad.benchmark.clock.MemoryProfiler "$@"
