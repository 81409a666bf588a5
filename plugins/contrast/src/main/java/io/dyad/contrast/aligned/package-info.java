/**
 * What losses share that compare each row with its partner: which rows belong together, and the
 * cosine of two rows. Start reading at {@link io.dyad.contrast.aligned.AlignedPairs}.
 */
@NullMarked
package io.dyad.contrast.aligned;

import org.jspecify.annotations.NullMarked;
