#!/bin/sh
# Times starts, each in a process of its own, and prints median, least and most in seconds:
#   tests/benchmark/start.sh [RUNS]            10 runs take about two minutes
# "first step" runs from the start of "dyad train" to the end of its first step, which the run's
# metrics.jsonl gives the time of; the baselines are measured before it.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd -P)
runs=${1:-10}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$root" && mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl distribution,tests/benchmark -am package) >&2
dyad=$(echo "$root"/distribution/target/dyad-*/bin/dyad)

now() {
  date +%s%N
}

plugins_list() {
  begin=$(now)
  "$dyad" plugins list >/dev/null
  echo $(($(now) - begin))
}

first_step() {
  begin=$(now)
  "$dyad" train --runs "$work/$1" --set train.epochs=1 >/dev/null 2>&1
  time=$(cat "$work/$1"/*/metrics.jsonl | sed -n 's/.*"time":"\([^"]*\)".*"train\/loss".*/\1/p' | head -n 1)
  echo $(($(date -d "$time" +%s%N) - begin))
}

# Nanoseconds, one a line, to one line of seconds.
summary() {
  sort -n | awk -v what="$1" '
    { at[NR] = $1 / 1e9 }
    END {
      middle = NR % 2 ? at[(NR + 1) / 2] : (at[NR / 2] + at[NR / 2 + 1]) / 2
      printf "%-20s %.2f s (%.2f .. %.2f), %d runs\n", what, middle, at[1], at[NR], NR
    }'
}

plugins_list >/dev/null
first_step warm-up >/dev/null
for run in $(seq "$runs"); do plugins_list; done | summary "dyad plugins list"
for run in $(seq "$runs"); do first_step "$run"; done | summary "first step"
DYAD_BENCHMARK_BUILT=1 "$root/tests/benchmark/run.sh" EngineStart -f "$runs" | awk '/^Iteration/ { printf "%.0f\n", $3 * 1e6 }' | summary "engine start"
uptime
