package io.dyad.runtime.run;

import org.jspecify.annotations.Nullable;

/**
 * Some rows of an {@link EmbeddingTable}.
 *
 * @param ids of the samples
 * @param labels of the samples, or null
 * @param vectors row by row
 */
@SuppressWarnings(
    "ArrayRecordComponent") // a large value that passes once; not copied, not compared
public record EmbeddingRows(long[] ids, long @Nullable [] labels, float[] vectors) {}
