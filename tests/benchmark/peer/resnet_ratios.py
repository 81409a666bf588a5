"""Reads the rounds of compare.sh at one batch size and prints the ResNet step beside both layouts of the peer."""

import json
import pathlib
import sys

from spread import spread, text

folder, rows = pathlib.Path(sys.argv[1]), sys.argv[2]
LAYOUTS = ("default", "channels-last")


def ours(path):
    """Returns milliseconds of a step by views and precision, and what the profilers say of each."""
    cases = {}
    for result in json.loads(path.read_text()):
        step = result["primaryMetric"]["score"]
        parts = {name: metric["score"] for name, metric in result["secondaryMetrics"].items()}
        cases[result["params"]["views"], result["params"]["precision"]] = {
            "step": step,
            "processor": parts["thread-cpu"] / 1e3,
            "outside_percent": 100 * parts["outside-kernels"] / (1e3 * step),
            "peak_mb": parts["peak-resident"],
        }
    return cases


def rounds(pattern):
    return sorted(folder.glob(pattern))


dyad = [ours(path) for path in rounds("resnet-ours-%s-*.json" % rows)]
peers = {
    layout: [json.loads(path.read_text()) for path in rounds("resnet-%s-%s-*.json" % (layout, rows))]
    for layout in LAYOUTS
}
for views, precision in dyad[0]:
    mine = [cases[views, precision] for cases in dyad]
    print("resnet %s rows, %s views, %s: Dyad %s ms, %s %% outside kernels, peak %s MB" % (
        rows,
        views,
        precision,
        text(spread([case["step"] for case in mine]), 0),
        text(spread([case["outside_percent"] for case in mine]), 1),
        text(spread([case["peak_mb"] for case in mine]), 0),
    ))
    for layout in LAYOUTS:
        steps = [peer["variants"][views] for peer in peers[layout]]
        print("  torch %s, %s: %s ms, ratio %s, of processor time %s; peak %s MB; GEMM GFLOP/s %.0f" % (
            peers[layout][0]["torch"],
            layout,
            text(spread([one["step"] for one in steps]), 0),
            text(spread([one["step"] / case["step"] for one, case in zip(steps, mine)]), 2),
            text(spread([one["processor"] / case["processor"] for one, case in zip(steps, mine)]), 2),
            text(spread([peer["peak_mb"] for peer in peers[layout]]), 0),
            spread([peer["gemm_gflops"] for peer in peers[layout]])["median"],
        ))
