/**
 * One command's worth of work on an experiment: train it, evaluate a run, embed data with a run.
 * Start reading at {@link io.dyad.runtime.session.TrainingSession}.
 */
@NullMarked
package io.dyad.runtime.session;

import org.jspecify.annotations.NullMarked;
