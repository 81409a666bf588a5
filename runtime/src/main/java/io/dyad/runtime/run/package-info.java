/**
 * The run folder and every file in it: configuration, environment, metrics, checkpoints, summary,
 * exported embeddings.
 *
 * <p>Start reading at {@link io.dyad.runtime.run.RunFolder}; then {@link
 * io.dyad.runtime.run.Checkpoints} over {@link io.dyad.runtime.run.SafeTensors}, {@link
 * io.dyad.runtime.run.MetricSink} and {@link io.dyad.runtime.run.EmbeddingFormat}. Files are whole
 * or absent; readers check sizes before they allocate.
 */
@NullMarked
package io.dyad.runtime.run;

import org.jspecify.annotations.NullMarked;
