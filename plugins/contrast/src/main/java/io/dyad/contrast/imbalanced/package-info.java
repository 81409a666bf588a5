/**
 * Data whose classes are of unequal size, made from data whose classes are not. Start reading at
 * {@link io.dyad.contrast.imbalanced.ImbalancedProvider}.
 */
@NullMarked
package io.dyad.contrast.imbalanced;

import org.jspecify.annotations.NullMarked;
