package io.dyad.contrast.byol;

/** {@code byol} has no options: weigh the term of the objective instead. */
public record ByolOptions() {}
