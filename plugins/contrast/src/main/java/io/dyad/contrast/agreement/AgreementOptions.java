package io.dyad.contrast.agreement;

/** {@code agreement} has no options. */
public record AgreementOptions() {}
