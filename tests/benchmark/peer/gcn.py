"""The step of GcnInfoNceBenchmark in eager PyTorch: sparse products by torch.sparse, whole similarities, AdamW."""

from common import microseconds, report

import time

import torch
from torch.nn import functional

NODES, FEATURES, LINKS, WORDS, WIDTH = 2708, 1433, 5278, 18, 256
TEMPERATURE = 0.4
STEPS = 3

torch.manual_seed(1)
links = torch.randint(0, NODES, (2, LINKS))
loops = torch.arange(NODES).expand(2, -1)
words = torch.stack([torch.randperm(FEATURES)[:WORDS] for _ in range(NODES)])


def matrix(rows, columns, weights, shape):
    return torch.sparse_coo_tensor(torch.stack([rows, columns]), weights, shape).coalesce()


def adjacency(dropped):
    edges = torch.cat([links, links.flip(0)], 1)
    edges = torch.cat([edges[:, torch.rand(edges.shape[1]) >= dropped], loops], 1)
    degree = torch.bincount(edges[0], minlength=NODES).float()
    return matrix(edges[0], edges[1], (degree[edges[0]] * degree[edges[1]]).rsqrt(), (NODES, NODES))


def features(masked):
    kept = torch.rand(FEATURES)[words] >= masked
    rows = torch.arange(NODES).unsqueeze(1).expand_as(words)[kept]
    return matrix(rows, words[kept], torch.full((rows.numel(),), 1 / WORDS), (NODES, FEATURES))


views = [(adjacency(0.2), features(0.3)), (adjacency(0.4), features(0.4))]
shapes = [(FEATURES, WIDTH), (WIDTH, WIDTH), (WIDTH, WIDTH), (WIDTH, WIDTH)]
parameters = [(torch.randn(shape) * (2 / sum(shape)) ** 0.5).requires_grad_() for shape in shapes]
optimizer = torch.optim.AdamW(parameters, lr=5e-4, weight_decay=1e-5)
partner = torch.remainder(torch.arange(2 * NODES) + NODES, 2 * NODES)


def project(edges, inputs):
    one = torch.relu(torch.sparse.mm(edges, torch.sparse.mm(inputs, parameters[0])))
    two = torch.relu(torch.sparse.mm(edges, one @ parameters[1]))
    return functional.elu(two @ parameters[2]) @ parameters[3]


def step():
    rows = functional.normalize(torch.cat([project(*view) for view in views]), dim=1)
    similarities = rows @ rows.t() / TEMPERATURE
    similarities.fill_diagonal_(float("-inf"))
    loss = functional.cross_entropy(similarities, partner)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    optimizer.step()


def megabytes(name):
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith(name))


idle = megabytes("VmRSS:")
time_of_step = microseconds(step, repeats=3, seconds=1)
before = time.process_time()
for _ in range(STEPS):
    step()
cpu = (time.process_time() - before) / STEPS
report("gcn", {"eager": time_of_step}, {
    "cpu_seconds": cpu,
    "peak_above_idle_mb": megabytes("VmHWM:") - idle,
})
