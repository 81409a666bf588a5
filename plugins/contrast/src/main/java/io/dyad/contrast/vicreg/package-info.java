/**
 * VICReg (Bardes et al. 2022): views agree, each feature varies, features are uncorrelated. The
 * equation is in {@code vicreg.kernel}; start reading at {@link
 * io.dyad.contrast.vicreg.VicRegProvider}.
 */
@NullMarked
package io.dyad.contrast.vicreg;

import org.jspecify.annotations.NullMarked;
