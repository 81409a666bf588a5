package io.dyad.runtime.report.learned;

import io.dyad.api.Data;
import io.dyad.api.Embeddings;
import io.dyad.runtime.evaluation.KnnOptions;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.options.ResolvedSpec;
import java.util.Set;

/**
 * What is looked at: as the run's first {@code knn} evaluator does it, or the test split against
 * the training split.
 *
 * @param query the split whose samples are looked at
 * @param bank the split their neighbours are from
 * @param output of the main network
 */
record Protocol(String query, String bank, String output) {

  static Protocol of(Experiment experiment, Set<String> splits) {
    return experiment.evaluate().evaluators().values().stream()
        .map(spec -> ResolvedSpec.of(spec).options())
        .filter(KnnOptions.class::isInstance)
        .map(KnnOptions.class::cast)
        .map(options -> new Protocol(options.query(), options.bank(), options.output()))
        .findFirst()
        .orElseGet(
            () ->
                new Protocol(
                    splits.contains(Data.TEST) ? Data.TEST : Data.TRAIN,
                    Data.TRAIN,
                    Embeddings.REPRESENTATION));
  }
}
