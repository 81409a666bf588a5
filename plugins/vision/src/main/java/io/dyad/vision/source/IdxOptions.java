package io.dyad.vision.source;

import io.dyad.api.Doc;
import java.util.Optional;

/** Options of {@code idx}. */
public record IdxOptions(
    @Doc("files of the training split") IdxFiles train,
    @Doc("files of the test split; without it there is none") Optional<IdxFiles> test) {}
