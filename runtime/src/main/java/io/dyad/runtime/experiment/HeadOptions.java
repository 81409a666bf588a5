package io.dyad.runtime.experiment;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Encoder;
import io.dyad.api.Spec;

/** A head of a network, such as a projector. */
public record HeadOptions(
    @Doc("the output it reads") @Default("representation") String of,
    @Doc("what maps that output to the head's own") Spec<Encoder> encoder) {}
