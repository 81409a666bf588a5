package io.dyad.runtime.training;

import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of the {@code pretrain} procedure. */
public record PretrainOptions(
    @Doc("the phase whose terms and parameters a step takes") @Default("main") String phase) {}
