package io.dyad.runtime.options;

/**
 * One mistake in a configuration.
 *
 * @param where {@code file:line}, or {@code --set}, or the default it comes from
 * @param message what is wrong and what is allowed
 */
public record Problem(String where, String message) {}
