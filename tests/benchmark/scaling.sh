#!/bin/sh
# Measures how step time and memory grow with one size at a time, by `dyad bench` on random pictures:
#   tests/benchmark/scaling.sh LINES [CURVE...]      all curves take some five minutes on a quiet core
# CURVE is batch, micro-batch, width, side, views or rows. A line of JSON a point is appended to the file
# LINES; then tables and slopes go to LINES.md, a picture to LINES.png. Of points measured twice the later
# counts. One engine thread. DYAD_BENCHMARK_BUILT=1 leaves the build out.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd -P)
here=$root/tests/benchmark
[ $# -ge 1 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2; }
lines=$1
shift
[ $# -ge 1 ] || set -- batch micro-batch width side views rows
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -z "${DYAD_BENCHMARK_BUILT:-}" ]; then
  (cd "$root" && mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl distribution,tests/benchmark -am package) >&2
fi
dyad=$(echo "$root"/distribution/target/dyad-*/bin/dyad)

# pictures ROWS SIDE: names an archive of them, made at its first use.
pictures() {
  archive=$work/$1x$2.npz
  [ -e "$archive" ] || python3 "$here/scaling/images.py" "$1" "$2" "$archive"
  echo "$archive"
}

# point CURVE SIZE STEPS ARCHIVE SETTING...
point() {
  curve=$1 size=$2 steps=$3 archive=$4
  shift 4
  settings=
  for setting in "$@"; do settings="$settings --set $setting"; done
  # shellcheck disable=SC2086 # settings are several words
  if result=$("$dyad" bench "$here/scaling/scaling.conf" --json --warmup 2 --steps "$steps" \
    --set data.path="$archive" $settings 2>"$work/errors"); then
    printf '{"curve":"%s","size":%s,"result":%s}\n' "$curve" "$size" "$result" >>"$lines"
    echo "$curve $size" >&2
  else
    echo "$curve $size failed:" >&2
    cat "$work/errors" >&2
    failed=yes
  fi
}

failed=
for curve in "$@"; do
  case $curve in
    batch)
      for size in 32 64 128 256 512 1024 2048 4096; do
        point batch $size $((size < 512 ? 20 : 5)) "$(pictures 8192 32)" train.batch-size=$size
      done
      ;;
    micro-batch)
      for size in 512 1024 2048 4096; do
        point micro-batch $size 5 "$(pictures 8192 32)" train.batch-size=$size train.micro-batch=256
      done
      ;;
    width)
      for size in 8 16 32 64 128; do
        point width $size $((size < 64 ? 20 : 5)) "$(pictures 8192 32)" encoder.width=$size
      done
      ;;
    side)
      for size in 32 64 96 128 160 224; do
        point side $size $((size < 96 ? 20 : 5)) "$(pictures 256 $size)" train.batch-size=32
      done
      ;;
    views)
      for size in 2 3 4 6 8; do
        point views $size 10 "$(pictures 8192 32)" views.count=$size
      done
      ;;
    rows)
      for size in 1000 10000 100000 1000000; do
        point rows $size 50 "$(pictures $size 8)" train.batch-size=256 encoder.use=mlp "encoder.widths=[256,128]"
      done
      ;;
    *)
      echo "no curve \"$curve\"; there are batch, micro-batch, width, side, views, rows" >&2
      exit 2
      ;;
  esac
done

[ -e "$lines" ] || { echo "nothing was measured" >&2; exit 1; }
java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
"$java" -Djava.awt.headless=true -cp "$here/target/classes:$(cat "$here/target/classpath")" \
  io.dyad.benchmark.scaling.ScalingReport "$lines" "$lines.md" "$lines.png"
cat "$lines.md"
[ -z "$failed" ]
