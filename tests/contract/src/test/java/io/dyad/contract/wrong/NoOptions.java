package io.dyad.contract.wrong;

/** Nothing to choose. */
public record NoOptions() {}
