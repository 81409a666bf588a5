package io.dyad.runtime.evaluation;

import io.dyad.api.Bound;
import io.dyad.api.Data;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Targets;
import java.util.List;

/** The protocol of the {@code clustering} evaluator. */
public record ClusteringOptions(
    @Doc("classes that training knew: gives the accuracy on these (old) and on the others (new)")
        @Default("[]")
        @Bound("[0, inf)")
        List<Integer> knownClasses,
    @Doc("how many clusters; 0: as many as classes") @Default("0") @Bound("[0, inf)") int clusters,
    @Doc("k-means on unit rows, or the largest number of each row, for outputs that are scores")
        @Default("k-means")
        Assign assign,
    @Doc("how often k-means begins anew; the best by inertia counts")
        @Default("10")
        @Bound("[1, inf)")
        int starts,
    @Doc("most iterations of a start") @Default("100") @Bound("[1, inf)") int iterations,
    @Doc("the target that clusters are compared with") @Default(Targets.LABEL) String target,
    @Doc("the output that is clustered") @Default(Embeddings.REPRESENTATION) String output,
    @Doc(
            "the split that is clustered, as far as its classes are known (train for a graph, which has no other); choose checkpoints on validation data, not on test data")
        @Default(Data.TEST)
        String split) {

  /** How a sample comes to its cluster. */
  public enum Assign {
    /** By k-means on rows of unit length. */
    K_MEANS,
    /** By the largest number of its row. */
    LARGEST
  }
}
