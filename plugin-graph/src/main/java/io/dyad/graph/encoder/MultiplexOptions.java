package io.dyad.graph.encoder;

import io.dyad.api.Doc;
import io.dyad.api.Encoder;
import io.dyad.api.Spec;

/** Options of {@code multiplex}. */
public record MultiplexOptions(
    @Doc("what each graph is given to; one encoder for all of them") Spec<Encoder> encoder) {}
