/**
 * The symmetric term of UniCLR (Li et al. 2022): sample i should be as like sample j in the other
 * view as j is like i. A further term for any objective. Start reading at {@link
 * io.dyad.contrast.symmetry.SymmetryProvider}.
 */
@NullMarked
package io.dyad.contrast.symmetry;

import org.jspecify.annotations.NullMarked;
