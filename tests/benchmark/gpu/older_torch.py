"""Operators that the archives name and older versions of PyTorch lack, from PyTorch's own parts."""

import torch
from torch.optim.adam import adam
from torch.optim.adamw import adamw
from torch.optim.sgd import sgd

ADAM = (
    "(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, "
    "Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, float lr, float beta1, float beta2, "
    "float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, "
    "Tensor? found_inf=None) -> ()")

SCHEMAS = {
    "_foreach_lerp_": "_foreach_lerp_.Scalar(Tensor(a!)[] self, Tensor[] tensors1, Scalar weight) -> ()",
    "_fused_adam_": "_fused_adam_" + ADAM,
    "_fused_adamw_": "_fused_adamw_" + ADAM,
    "_fused_sgd_": (
        "_fused_sgd_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] momentum_buffer_list, *, "
        "float weight_decay, float momentum, float lr, float dampening, bool nesterov, bool maximize, "
        "bool is_first_step, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()"),
}


def _foreach_lerp_(averages, values, weight):
    for average, value in zip(averages, values):
        average.lerp_(value, weight)


def _unfused(update, parameters, gradients, means, squares, largest, counts, found_inf, options):
    """PyTorch's unfused updates count by themselves."""
    if not found_inf:
        update(
            parameters, gradients, means, squares, largest, [count - 1 for count in counts], foreach=False, **options)


def _fused_adam_(parameters, gradients, means, squares, largest, counts, *, grad_scale=None, found_inf=None, **options):
    _unfused(adam, parameters, gradients, means, squares, largest, counts, found_inf, options)


def _fused_adamw_(parameters, gradients, means, squares, largest, counts, *, grad_scale=None, found_inf=None, **options):
    _unfused(adamw, parameters, gradients, means, squares, largest, counts, found_inf, options)


def _fused_sgd_(parameters, gradients, velocities, *, weight_decay, momentum, lr, dampening, nesterov,
                maximize, is_first_step, grad_scale=None, found_inf=None):
    if found_inf:
        return
    sgd(
        parameters, gradients, velocities or [None] * len(parameters), foreach=False, weight_decay=weight_decay,
        momentum=momentum, lr=lr, dampening=dampening, nesterov=nesterov, maximize=maximize)


def define_missing():
    """Defines what is not there, and returns its names: those run one parameter after the other."""
    missing = [name for name in SCHEMAS if not torch._C._jit_get_schemas_for_operator("aten::" + name)]
    if missing:
        define_missing.library = torch._C._dispatch_library("FRAGMENT", "aten", "")  # lives as long as the module
    for name in missing:
        define_missing.library.define(SCHEMAS[name], "")
        define_missing.library.impl(SCHEMAS[name].split("(")[0], "CompositeExplicitAutograd", globals()[name])
    return missing
