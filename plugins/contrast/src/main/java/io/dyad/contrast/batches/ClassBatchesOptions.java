package io.dyad.contrast.batches;

import io.dyad.api.Bound;
import io.dyad.api.DataSource;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Spec;

/**
 * Options of {@code class-batches}.
 *
 * @param source the samples
 * @param classesPerBatch how many classes a batch has
 * @param samplesPerClass how many samples of each
 * @param target the labels
 */
public record ClassBatchesOptions(
    @Doc("the samples, which have labels") Spec<DataSource> source,
    @Doc("how many classes a batch has") @Bound("[1, inf)") int classesPerBatch,
    @Doc("how many samples of each class a batch has; set train.batch-size to the product of both")
        @Bound("[1, inf)")
        int samplesPerClass,
    @Doc("the target that holds the labels; samples below 0 are left out") @Default("label")
        String target) {}
