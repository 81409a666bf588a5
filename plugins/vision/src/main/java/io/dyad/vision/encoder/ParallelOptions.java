package io.dyad.vision.encoder;

import io.dyad.api.Doc;
import io.dyad.api.Encoder;
import io.dyad.api.Spec;
import java.util.Map;

/** Options of {@code parallel}. */
public record ParallelOptions(
    @Doc("encoders of the same view, by the name of their output")
        Map<String, Spec<Encoder>> encoders) {}
