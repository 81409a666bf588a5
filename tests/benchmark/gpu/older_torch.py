"""Operators that the archives name and older versions of PyTorch lack, from PyTorch's own parts."""

import torch
from torch.optim.adamw import adamw
from torch.optim.sgd import sgd

SCHEMAS = {
    "_foreach_lerp_": "_foreach_lerp_.Scalar(Tensor(a!)[] self, Tensor[] tensors1, Scalar weight) -> ()",
    "_fused_adamw_": (
        "_fused_adamw_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, "
        "Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, float lr, float beta1, float beta2, "
        "float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, "
        "Tensor? found_inf=None) -> ()"),
    "_fused_sgd_": (
        "_fused_sgd_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] momentum_buffer_list, *, "
        "float weight_decay, float momentum, float lr, float dampening, bool nesterov, bool maximize, "
        "bool is_first_step, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()"),
}


def _foreach_lerp_(averages, values, weight):
    for average, value in zip(averages, values):
        average.lerp_(value, weight)


def _fused_adamw_(parameters, gradients, means, squares, largest, counts, *, lr, beta1, beta2,
                  weight_decay, eps, amsgrad, maximize, grad_scale=None, found_inf=None):
    """PyTorch's unfused update counts by itself."""
    if found_inf:
        return
    adamw(
        parameters, gradients, means, squares, largest, [count - 1 for count in counts], foreach=False, lr=lr,
        beta1=beta1, beta2=beta2, weight_decay=weight_decay, eps=eps, amsgrad=amsgrad, maximize=maximize)


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
