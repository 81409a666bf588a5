package io.dyad.contrast.kcl;

/** How likeness follows from the squared distance q of two unit rows, with the scale t. */
public enum KclKernel {
  /** exp(-t q). */
  GAUSSIAN,
  /** -log(1 + t q); the energies take half of it, as the released code does. */
  LOG,
  /** t / sqrt(t^2 + q). */
  INVERSE_MULTIQUADRIC,
  /** q^(-t/2). */
  RIESZ,
  /** {@link #RIESZ} for the energies, {@link #GAUSSIAN} of scale 2 for partners. */
  GAUSSIAN_RIESZ
}
