package io.dyad.contrast.kcl;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code kcl}.
 *
 * @param kernel how likeness follows from distance
 * @param t scale of the kernel
 * @param gamma factor of the energies
 */
public record KclOptions(
    @Doc("gaussian, log, inverse-multiquadric, riesz or gaussian-riesz") @Default("gaussian")
        KclKernel kernel,
    @Doc("scale of the kernel; larger sees nearer neighbours only") @Default("2") @Bound("(0, inf)")
        double t,
    @Doc("factor of the energies, which keep samples apart") @Default("16") @Bound("[0, inf)")
        double gamma) {}
