package io.dyad.runtime.experiment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** A bank of rows kept over steps. */
public record BankOptions(
    @Doc("the rows that are put in after each step") BankRows rows,
    @Doc("how many rows fit, a multiple of train.batch-size") @Default("4096") @Bound("[1, inf)")
        long capacity,
    @Doc("empty, or random: full of unit rows drawn from the seed") @Default("empty")
        BankStart initial,
    @Doc("whether rows are scaled to unit length when they are put in") @Default("false")
        boolean normalize) {}
