"""Takes the SimCLR steps that record.sh wrote again, with the same programs, on this device:

    python3 drive.py FOLDER [--device cpu|cuda] [--precision float32 tf32 bf16] [--batch N] [--steps N]

Prints one JSON object: the ten losses beside the JVM's, then images a second and peak memory in each precision,
beside the device's matrix product. Needs PyTorch only; before 2.4 the optimiser's fused operators are stood in for.
"""

import argparse
import itertools
import json
import os
import pathlib
import statistics
import time

import torch

import older_torch

ENCODERS = ("convolution", "mlp")


class Steps:
    """The recorded steps on a device; a call's own numbers are the JVM's, arrays come from here."""

    def __init__(self, folder, device, nudged=False):
        self.recording = json.loads((folder / "recording.json").read_text())
        self.bytes = bytearray((folder / "arrays.bin").read_bytes())
        self.device = torch.device(device)
        self.arrays = {name: self.array(place) for name, place in self.recording["arrays"].items()}
        for name, array in self.arrays.items():
            if name.startswith("parameter/"):
                array.copy_(torch.nextafter(array, torch.full_like(array, float("inf"))) if nudged else array).requires_grad_()
        self.halted = torch.zeros([], device=device)
        kernels = {call["kernel"] for call in self.recording["steps"][0]}
        self.modules = {name: torch.jit.load(str(folder / (name + ".pt")), map_location=device) for name in kernels}

    def array(self, place):
        shape, dtype = place["shape"], getattr(torch, place["type"])
        if place["offset"] < 0:
            return torch.zeros(shape, dtype=dtype, device=self.device)
        count = torch.Size(shape).numel()
        return torch.frombuffer(self.bytes, dtype=dtype, count=count, offset=place["offset"]).reshape(shape).to(self.device, copy=True)

    def drawn(self, place, batch):
        """Returns an array like a given one for another batch."""
        shape, dtype = [batch, *place["shape"][1:]], getattr(torch, place["type"])
        if dtype.is_floating_point:
            return torch.rand(shape, dtype=dtype, device=self.device)
        return torch.randint(0, 256, shape, device=self.device).to(dtype)

    def inputs(self, index, batch):
        """Returns the images and draws of a step, so that a timed step finds them on the device."""
        own = batch == self.recording["batch"]
        calls = self.recording["steps"][index]
        return {p["offset"]: self.array(p) if own else self.drawn(p, batch) for call in calls for p in places(call["arguments"])}

    def take(self, index, inputs, bf16=False):
        """Takes a step: augment, encode, project, contrast, update. Returns the loss."""
        views, rows, loss = [], None, None
        for call in self.recording["steps"][index]:
            if call["kernel"] == "image-operations":
                with torch.no_grad():
                    views = self.run(call, inputs)
            elif call["kernel"] in ENCODERS:
                rows = self.run(call, inputs, torch.cat(views) if rows is None else rows, bfloat16=bf16)
            elif call["kernel"] == "info-nce":
                loss = self.run(call, inputs, *torch.chunk(rows, len(views)))
            else:
                with torch.no_grad():
                    self.run(call, inputs, loss, self.halted)
        return loss.detach()

    def run(self, call, inputs, *flow, **instead):
        """Runs a call, with arrays that follow from earlier calls where the record has such, and other values by name."""
        function = getattr(self.modules[call["kernel"]], call["function"])
        arrays = itertools.cycle(flow)

        def actual(argument):
            if not isinstance(argument, dict):
                return argument
            kind, what = next(iter(argument.items()))
            if kind == "list":
                return [actual(one) for one in what]
            return {"array": self.arrays.get, "given": lambda p: inputs[p["offset"]], "flow": lambda shape: next(arrays)}[kind](what)

        names = [argument.name for argument in function.schema.arguments[1:]]
        return function(**{**dict(zip(names, map(actual, call["arguments"]))), **instead})


def places(arguments):
    for argument in arguments:
        if isinstance(argument, dict):
            yield from [argument["given"]] if "given" in argument else places(argument.get("list", []))


def wait(device):
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def memory(device, reset=False):
    """Returns the peak of memory in bytes: the device's, or this process's."""
    if device.type == "cuda":
        if reset:
            torch.cuda.reset_peak_memory_stats(device)
        return torch.cuda.max_memory_allocated(device)
    if reset:
        pathlib.Path("/proc/self/clear_refs").write_text("5")
    status = pathlib.Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) << 10


def seconds(device, call, repeats):
    """Returns the time of each of some calls, after one that does not count."""
    times = []
    for _ in range(repeats + 1):
        wait(device)
        begin = time.perf_counter()
        call()
        wait(device)
        times.append(time.perf_counter() - begin)
    return times[1:]


def ceiling(device, precision):
    """Returns the TFLOP/s of a product of two large square matrices."""
    side = 8192 if device.type == "cuda" else 1024
    dtype = torch.bfloat16 if precision == "bf16" else torch.float32
    a, b = (torch.randn(side, side, device=device).to(dtype) for _ in range(2))
    return 2 * side**3 / min(seconds(device, lambda: torch.mm(a, b), 5)) / 1e12


def tf32(allowed):
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = allowed


def comparison(folder, device):
    """Takes all recorded steps and holds the losses against the JVM's, and against those of rounding alone.

    Early steps of a network multiply differences, so the measure is what one last bit of each parameter does.
    """
    tf32(False)
    exact, theirs = losses(Steps(folder, device))
    nudged, _ = losses(Steps(folder, device, nudged=True))
    return {"losses": exact, "jvm": theirs, "first_relative_difference": difference(exact[:1], theirs),
            "largest_relative_difference": difference(exact, theirs), "largest_by_rounding": difference(nudged, exact)}


def losses(steps):
    """Returns ours and the JVM's."""
    theirs = steps.recording["losses"]
    return [steps.take(i, steps.inputs(i, steps.recording["batch"])).item() for i in range(len(theirs))], theirs


def difference(ours, theirs):
    return max(abs(a - b) / abs(b) for a, b in zip(ours, theirs))


def speed(steps, precision, batch, count):
    tf32(precision == "tf32")
    last = len(steps.recording["steps"]) - 1
    inputs = steps.inputs(last, batch)
    memory(steps.device, reset=True)
    times = seconds(steps.device, lambda: steps.take(last, inputs, precision == "bf16"), count)
    return {
        "images_per_second": batch / statistics.median(times),
        "milliseconds": [1e3 * one for one in (statistics.median(times), min(times), max(times))],
        "peak_bytes": memory(steps.device),
        "matrix_product_tflops": ceiling(steps.device, precision),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--precision", nargs="+", default=["float32"], choices=["float32", "tf32", "bf16"])
    parser.add_argument("--batch", type=int, help="images a step where speed is measured; as recorded if not given")
    parser.add_argument("--steps", type=int, default=20, help="steps that are timed")
    parser.add_argument("--threads", type=int, default=1, help="on the CPU")
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch._C._jit_set_profiling_executor(False)
    torch._C._set_graph_executor_optimize(False)  # as the JVM has it
    stood_in = older_torch.define_missing()
    steps = Steps(options.folder, options.device)
    batch = options.batch or steps.recording["batch"]
    device = torch.cuda.get_device_name(steps.device) if steps.device.type == "cuda" else "cpu"
    print(json.dumps({
        "device": device,
        "threads": options.threads,
        "torch": torch.__version__,
        "recorded_with": steps.recording["torch"],
        "stood_in": stood_in,
        "comparison": comparison(options.folder, options.device),
        "batch": batch,
        **{precision: speed(steps, precision, batch, options.steps) for precision in options.precision},
        "load": os.getloadavg()[0],
    }, indent=2))


if __name__ == "__main__":
    main()
