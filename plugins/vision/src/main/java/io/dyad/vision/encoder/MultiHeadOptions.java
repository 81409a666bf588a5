package io.dyad.vision.encoder;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Encoder;
import io.dyad.api.Spec;

/** Options of {@code multi-head}. */
public record MultiHeadOptions(
    @Doc("how many heads") @Default("3") @Bound("[1, inf)") int count,
    @Doc("what each head is; they start from different values") Spec<Encoder> head) {}
