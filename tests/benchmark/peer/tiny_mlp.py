"""The step of TinyMlpStepBenchmark in eager PyTorch: an MLP 784-128-64 on 2 x 64 rows, InfoNCE, AdamW."""

from common import microseconds, report

import torch
from torch import nn
from torch.nn import functional

ROWS = 64
TEMPERATURE = 0.2


def step_of(foreach):
    torch.manual_seed(1)
    first, second = torch.randn(ROWS, 784), torch.randn(ROWS, 784)
    network = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 64))
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=1e-4, foreach=foreach)
    partner = torch.remainder(torch.arange(2 * ROWS) + ROWS, 2 * ROWS)

    def step():
        rows = functional.normalize(network(torch.cat([first, second])), dim=1)
        similarities = rows @ rows.t() / TEMPERATURE
        similarities.fill_diagonal_(float("-inf"))
        loss = functional.cross_entropy(similarities, partner)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


report("tiny-mlp", {
    "adamw": microseconds(step_of(False)),
    "adamw-foreach": microseconds(step_of(True)),
})
