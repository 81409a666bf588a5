"""Reads the rounds of compare.sh and prints each side's figures and the ratio peer / Dyad."""

import json
import os
import pathlib
import sys

from spread import spread, text

folder = pathlib.Path(sys.argv[1])
GEMM_FLOP = 2 * 512**3


def ours(path):
    scores = {}
    for result in json.loads(path.read_text()):
        name = result["benchmark"].split(".")[-2].removesuffix("Benchmark")
        unit = result["primaryMetric"]["scoreUnit"]
        scores[name] = result["primaryMetric"]["score"] * {"us/op": 1, "ms/op": 1e3}[unit]
        for part, metric in result["secondaryMetrics"].items():
            scores[name + ":" + part] = metric["score"]
    return scores


rounds = [ours(path) for path in sorted(folder.glob("ours-*.json"))]
outcome = {
    "rounds": len(rounds),
    "load": os.getloadavg()[0],
    "dyad_gemm_gflops": spread([GEMM_FLOP / scores["Gemm"] / 1e3 for scores in rounds]),
    "outside_kernels_us": spread([scores["TinyMlpStep:outside-kernels"] for scores in rounds]),
}
CASES = {"tiny-mlp": "TinyMlpStep", "augmentation": "Augmentation", "gcn": "GcnInfoNce"}
for what, case in CASES.items():
    peers = [json.loads(path.read_text()) for path in sorted(folder.glob(what + "-*.json"))]
    outcome[what] = {
        "dyad_us": spread([scores[case] for scores in rounds]),
        "peer_us": spread([peer["microseconds"] for peer in peers]),
        "peer_variants_us": {
            name: spread([peer["variants"][name] for peer in peers]) for name in peers[0]["variants"]
        },
        "peer_gemm_gflops": spread([peer["gemm_gflops"] for peer in peers]),
        "peer": "torch " + peers[0]["torch"] + ", OPENBLAS_CORETYPE=" + peers[0]["openblas_coretype"],
        "ratio": spread([peer["microseconds"] / scores[case] for peer, scores in zip(peers, rounds)]),
    }

peers = [json.loads(path.read_text()) for path in sorted(folder.glob("gcn-*.json"))]
outcome["gcn"] |= {
    "dyad_cpu_s": spread([scores["GcnInfoNce:thread-cpu"] / 1e6 for scores in rounds]),
    "peer_cpu_s": spread([peer["cpu_seconds"] for peer in peers]),
    "dyad_peak_above_idle_mb": spread([scores["GcnInfoNce:peak-above-idle"] for scores in rounds]),
    "peer_peak_above_idle_mb": spread([peer["peak_above_idle_mb"] for peer in peers]),
}

print(json.dumps(outcome, indent=2))
for what in CASES:
    figures = outcome[what]
    print("%s: Dyad %s us, peer %s us, ratio %s; GEMM GFLOP/s %.0f and %.0f; load %.1f" % (
        what,
        text(figures["dyad_us"], 1),
        text(figures["peer_us"], 1),
        text(figures["ratio"], 2),
        outcome["dyad_gemm_gflops"]["median"],
        figures["peer_gemm_gflops"]["median"],
        outcome["load"],
    ))
