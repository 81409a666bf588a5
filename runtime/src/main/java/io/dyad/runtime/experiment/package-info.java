/**
 * The whole configuration as records, with the defaults and bounds of every option. Start at {@link
 * io.dyad.runtime.experiment.ExperimentFile}, which reads them, then {@link
 * io.dyad.runtime.experiment.Experiment}, the root.
 */
@NullMarked
package io.dyad.runtime.experiment;

import org.jspecify.annotations.NullMarked;
