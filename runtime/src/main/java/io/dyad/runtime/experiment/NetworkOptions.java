package io.dyad.runtime.experiment;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Encoder;
import io.dyad.api.Spec;
import java.util.Map;
import java.util.Optional;

/** A named network: an encoder with its heads and perhaps a momentum twin. */
public record NetworkOptions(
    @Doc("what maps a view to its representation") Spec<Encoder> encoder,
    @Doc("encoders of an output, by the name of their own output") @Default("{}")
        Map<String, HeadOptions> heads,
    @Doc("the momentum twin; absent: none") Optional<TwinOptions> twin,
    @Doc("which views share a call, and so batch-norm statistics") @Default("size") Group group) {}
