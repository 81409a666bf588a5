"""The step of ResNetStepBenchmark in eager PyTorch and torchvision:  resnet.py ROWS LAYOUT

ResNet-18 with the 3 x 3 stem and the projector of the preset "simclr" on 2 x ROWS images of 3 x 32 x 32, NT-Xent,
AdamW. LAYOUT: default, channels-last. Peak memory is the process's, so each layout has a process of its own.
"""

import json
import resource
import statistics
import sys
import time

from common import gemm, version

import torch
from torch import nn
from torch.nn import functional
from torchvision import transforms
from torchvision.models import resnet18
from torchvision.transforms.functional import to_pil_image

TEMPERATURE = 0.2
STEPS = 3

rows = int(sys.argv[1])
layout = torch.channels_last if sys.argv[2] == "channels-last" else torch.contiguous_format

torch.manual_seed(1)
network = resnet18(zero_init_residual=False)
network.conv1 = nn.Conv2d(3, 64, 3, padding=1, bias=False)
network.maxpool = nn.Identity()
network.fc = nn.Sequential(nn.Linear(512, 512, bias=False), nn.BatchNorm1d(512), nn.ReLU(), nn.Linear(512, 128))
network = network.to(memory_format=layout)
optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=1e-4, foreach=True)
partner = torch.remainder(torch.arange(2 * rows) + rows, 2 * rows)

augment = transforms.Compose([
    transforms.RandomResizedCrop(32, scale=(0.2, 1.0)),
    transforms.RandomHorizontalFlip(),
    transforms.RandomApply([transforms.ColorJitter(0.4, 0.4, 0.4, 0.1)], p=0.8),
    transforms.RandomGrayscale(0.2),
    transforms.ToTensor(),
])
pictures = [to_pil_image(image) for image in torch.randint(0, 256, (rows, 3, 32, 32), dtype=torch.uint8)]
given = torch.randn(2 * rows, 3, 32, 32)


def augmented():
    return torch.stack([augment(picture) for _ in range(2) for picture in pictures])


def step(images):
    projections = functional.normalize(network(images.contiguous(memory_format=layout)), dim=1)
    similarities = projections @ projections.t() / TEMPERATURE
    similarities.fill_diagonal_(float("-inf"))
    loss = functional.cross_entropy(similarities, partner)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    optimizer.step()
    return loss.item()


def milliseconds(call):
    """Returns the median time of a step, and of the processor in it: less where others took the core."""
    call()
    wall, processor = [], []
    for _ in range(STEPS):
        begin, began = time.perf_counter(), time.process_time()
        call()
        wall.append(1e3 * (time.perf_counter() - begin))
        processor.append(1e3 * (time.process_time() - began))
    return {"step": statistics.median(wall), "processor": statistics.median(processor)}


print(json.dumps({
    "what": "resnet",
    "rows": rows,
    "layout": sys.argv[2],
    "variants": {
        "given": milliseconds(lambda: step(given)),
        "augmented": milliseconds(lambda: step(augmented())),
    },
    "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
    "gemm_gflops": gemm(),
    **version(),
}))
