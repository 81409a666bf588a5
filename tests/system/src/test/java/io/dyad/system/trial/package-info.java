/**
 * Trainings of a second or two that together have every kind of state: a queue, a momentum twin,
 * two alternating phases, masks with a snapshot. Start reading at {@link
 * io.dyad.system.trial.Trial}, which names them; their files are in the resources, under {@code
 * trial}. The parts that no shipped plugin has are a small plugin of the tests.
 */
@NullMarked
package io.dyad.system.trial;

import org.jspecify.annotations.NullMarked;
