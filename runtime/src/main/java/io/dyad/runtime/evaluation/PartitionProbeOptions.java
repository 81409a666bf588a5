package io.dyad.runtime.evaluation;

import io.dyad.api.Bound;
import io.dyad.api.Data;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Targets;
import io.dyad.runtime.evaluation.LinearProbeOptions.Scaling;
import java.util.List;
import java.util.Optional;

/** The protocol of the {@code partition-probe} evaluator. */
public record PartitionProbeOptions(
    @Doc("the target that is predicted, a class by number; -1 is left out") @Default(Targets.LABEL)
        String label,
    @Doc("the target that parts the samples: 0 train, 1 validation, 2 test, 3 none")
        Optional<String> partition,
    @Doc("several such targets; figures are means over them") @Default("[]")
        List<String> partitions,
    @Doc("partitions drawn from the seed instead") Optional<RandomPartitionOptions> random,
    @Doc(
            "weights of half the squared norm, divided by the number of samples; the best on validation samples counts")
        @Default("[100, 30, 10, 3, 1, 0.3, 0.1, 0.03, 0.01, 0.003]")
        @Bound("[0, inf)")
        List<Double> penalties,
    @Doc("how features are scaled: unit rows, standard columns, or none") @Default("unit")
        Scaling scaling,
    @Doc("most iterations of a fit") @Default("300") @Bound("[1, inf)") int iterations,
    @Doc("the output that is probed") @Default(Embeddings.REPRESENTATION) String output,
    @Doc("the split whose samples are parted") @Default(Data.TRAIN) String split) {
  /** Checks that it is clear where partitions come from. */
  public PartitionProbeOptions {
    int given =
        (partition.isPresent() ? 1 : 0)
            + (partitions.isEmpty() ? 0 : 1)
            + (random.isPresent() ? 1 : 0);
    if (given != 1) {
      throw new IllegalArgumentException(
          "give one of partition = TARGET, partitions = [TARGET, ...] and random { train = 0.1, validation = 0.1, count = 20 }, got "
              + (given == 0 ? "none" : given));
    }
    if (penalties.isEmpty()) {
      throw new IllegalArgumentException("penalties must have at least one number");
    }
  }

  /** Returns the targets that part the samples, if they are given. */
  List<String> given() {
    return partition.map(List::of).orElse(partitions);
  }
}
