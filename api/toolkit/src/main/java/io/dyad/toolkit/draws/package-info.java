/**
 * Random draws: {@link io.dyad.toolkit.draws.SeededDraws} from a seed and the place they are made
 * for, {@link io.dyad.toolkit.draws.GivenDraws} from recorded arrays.
 */
@NullMarked
package io.dyad.toolkit.draws;

import org.jspecify.annotations.NullMarked;
