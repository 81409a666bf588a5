package io.dyad.runtime.experiment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.Map;

/** Options of the training loop. */
public record TrainOptions(
    @Doc("passes over the training split") @Default("40") @Bound("[0, inf)") int epochs,
    @Doc("samples in a batch") @Default("128") @Bound("[1, inf)") int batchSize,
    @Doc("rows of a view that a network takes at once, if a batch is too large; 0: all")
        @Default("0")
        @Bound("[0, inf)")
        int microBatch,
    @Doc("whether a last batch that is too small is left out") @Default("true") boolean dropLast,
    @Doc("threads that fetch batches, unless the data lie ready in memory")
        @Default("1")
        @Bound("[1, 64]")
        int loaders,
    @Doc("batches fetched ahead") @Default("2") @Bound("[1, 64]") int prefetch,
    @Doc("float32, or bf16: encoders compute in bfloat16, here and when evaluated")
        @Default("float32")
        Precision precision,
    @Doc("largest norm of all gradients together; 0: no clipping") @Default("0") @Bound("[0, inf)")
        double clipNorm,
    @Doc("what turns gradients into steps") @Default("{}") OptimizerOptions optimizer,
    @Doc("exceptions for parameters whose names match a pattern") @Default("{}")
        Map<String, GroupOptions> groups,
    @Doc("how the learning rate changes") @Default("{}") ScheduleOptions schedule) {}
