package io.dyad.runtime.bench.profile;

/**
 * One call of an operator, or of something that calls operators.
 *
 * @param thread its number in the trace
 * @param start microseconds from the start of the trace
 * @param duration microseconds, those of the calls within it included
 */
record TraceEvent(String name, long thread, double start, double duration) {}
