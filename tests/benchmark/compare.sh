#!/bin/sh
# Runs Dyad's cases and their peers in turn, several rounds, and prints the ratios as JSON and as lines.
#   tests/benchmark/compare.sh [ROUNDS]        5 rounds take about ten minutes
# DYAD_BENCHMARK_ROWS are the batch sizes of the ResNet step; "32 64 128" takes three times as long.
# Needs: apt-get install python3-torch python3-torchvision libopenblas0-pthread
# The last replaces the reference BLAS, which is 50 times slower and would make the ratios worthless.
# DYAD_PEER_CORETYPE chooses OpenBLAS' kernels. By default those of SkylakeX where the processor has AVX-512:
# left alone, OpenBLAS takes a slow set on some server processors.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
rounds=${1:-5}
rows=${DYAD_BENCHMARK_ROWS:-64}
python=${DYAD_BENCHMARK_PYTHON:-/usr/bin/python3}
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

if [ -n "${DYAD_PEER_CORETYPE:-}" ]; then
  export OPENBLAS_CORETYPE=$DYAD_PEER_CORETYPE
elif grep -qs avx512f /proc/cpuinfo; then
  export OPENBLAS_CORETYPE=SkylakeX
fi

"$here/run.sh" -l >/dev/null
export DYAD_BENCHMARK_BUILT=1
for round in $(seq "$rounds"); do
  echo "round $round of $rounds" >&2
  "$here/run.sh" 'TinyMlpStep|Augmentation|Gemm|GcnInfoNce' -f 1 -wi 5 -i 5 -rf json -rff "$results/ours-$round.json" >/dev/null
  "$python" "$here/peer/tiny_mlp.py" >"$results/tiny-mlp-$round.json"
  "$python" "$here/peer/gcn.py" >"$results/gcn-$round.json"
  "$python" "$here/peer/augmentation.py" >"$results/augmentation-$round.json"
  for count in $rows; do
    "$here/run.sh" ResNetStep -f 1 -p rows="$count" -rf json -rff "$results/resnet-ours-$count-$round.json" >/dev/null
    for layout in default channels-last; do
      "$python" "$here/peer/resnet.py" "$count" "$layout" >"$results/resnet-$layout-$count-$round.json"
    done
  done
done
"$python" "$here/peer/ratios.py" "$results"
for count in $rows; do "$python" "$here/peer/resnet_ratios.py" "$results" "$count"; done
