package io.dyad.vision.source;

/** The options of a data source that has none. */
public record NoOptions() {}
