"""What the peers share: one thread, timing, and the speed of matrix products beside every figure."""

import json
import os
import statistics
import time

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"

try:
    import torch
except ImportError:
    raise SystemExit("the peers need PyTorch: apt-get install python3-torch python3-torchvision, run by /usr/bin/python3")

torch.set_num_threads(1)

SIDE = 512


def microseconds(call, operations=1, repeats=7, seconds=0.4):
    """Returns the median time of an operation; a call makes `operations` of them."""
    call()
    begin = time.perf_counter()
    calls = 0
    while time.perf_counter() - begin < seconds:
        call()
        calls += 1
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        for _ in range(calls):
            call()
        times.append((time.perf_counter() - begin) * 1e6 / calls / operations)
    return statistics.median(times)


def gemm():
    """Returns the GFLOP/s of a product of two square float32 matrices."""
    a, b = torch.randn(SIDE, SIDE), torch.randn(SIDE, SIDE)
    return 2 * SIDE**3 / microseconds(lambda: torch.mm(a, b), seconds=0.2) / 1e3


def version():
    """Returns what a figure depends on beside the processor."""
    return {"torch": torch.__version__, "openblas_coretype": os.environ.get("OPENBLAS_CORETYPE", "")}


def report(what, variants, more={}):
    """Prints the variants, the fastest of them, and what else was measured as JSON."""
    print(json.dumps({
        "what": what,
        "microseconds": min(variants.values()),
        "variants": variants,
        **more,
        "gemm_gflops": gemm(),
        **version(),
    }))
