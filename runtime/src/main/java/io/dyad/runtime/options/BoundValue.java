package io.dyad.runtime.options;

/** A value that was read, and how it was written. */
record BoundValue(Object value, Effective effective) {}
