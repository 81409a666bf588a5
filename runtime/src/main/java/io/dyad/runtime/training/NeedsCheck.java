package io.dyad.runtime.training;

import io.dyad.api.Data;
import io.dyad.api.Network;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.Views;
import io.dyad.runtime.experiment.TrainOptions;
import java.util.List;
import java.util.Set;

/** Compares what one part needs with what the experiment has, before anything is trained. */
final class NeedsCheck {
  private final Assembly assembly;
  private final Targets targets;
  private final List<String> views;
  private final Mistakes mistakes;

  /**
   * Prepares the check.
   *
   * @param targets of a small batch of the training data
   * @param views of that batch
   * @param mistakes is told what is missing, each with the setting to add
   */
  NeedsCheck(Assembly assembly, Targets targets, Views views, Mistakes mistakes) {
    this.assembly = assembly;
    this.targets = targets;
    this.views = views.all().stream().map(TaggedView::name).toList();
    this.mistakes = mistakes;
  }

  /** Checks a part. */
  void check(Part<?> part) {
    var needs = part.component().needs();
    if (needs.views() > views.size()) {
      missing(
          part,
          "views.count",
          "%d views, and the view generator makes %d; set views.count = %d"
              .formatted(needs.views(), views.size(), needs.views()));
    }
    batch(part, needs.batch());
    needs.outputs().forEach(output -> output(part, output));
    needs.twins().forEach(network -> twin(part, network));
    absent(needs.targets(), targets.names())
        .forEach(
            target ->
                missing(
                    part,
                    "the target \"%s\", and the data has %s; choose data that has it"
                        .formatted(target, targets.names())));
    absent(needs.banks(), assembly.experiment().banks().keySet())
        .forEach(
            bank ->
                missing(
                    part,
                    "the bank \"%s\"; add banks.%s { rows { view = view-2 }, capacity = 4096 }"
                        .formatted(bank, bank)));
    Set<String> phases = assembly.experiment().phases().keySet();
    absent(needs.phases(), phases)
        .forEach(
            phase ->
                missing(
                    part,
                    "the phase \"%s\" (there is %s); add phases.%s { terms = [...], trains = [...] }"
                        .formatted(phase, phases, phase)));
  }

  private void batch(Part<?> part, int needed) {
    TrainOptions train = assembly.experiment().train();
    int smallest = assembly.data().smallestBatch();
    if (needed > smallest && assembly.data().decidesOrder(Data.TRAIN)) {
      missing(
          part,
          "data",
          "batches of at least %d samples, and the data makes batches of %d; choose its options, or other data"
              .formatted(needed, smallest));
    } else if (needed > smallest && smallest == train.batchSize()) {
      missing(
          part,
          "train.batch-size",
          "batches of at least %d samples; set train.batch-size = %d (it is %d)"
              .formatted(needed, needed, smallest));
    } else if (needed > smallest) {
      missing(
          part,
          "train.drop-last",
          "batches of at least %d samples, and the last one of an epoch has %d; set train.drop-last = true"
              .formatted(needed, smallest));
    }
  }

  private void output(Part<?> part, String output) {
    TrainedNetwork main = assembly.networks().get(Network.MAIN);
    if (main == null || !main.hasOutput(output)) {
      missing(
          part,
          "the output \"%s\"; add networks.main.heads.%s { encoder { use = mlp } }"
              .formatted(output, output));
    }
  }

  private void twin(Part<?> part, String name) {
    TrainedNetwork network = assembly.networks().get(name);
    if (network == null || !network.hasTwin()) {
      missing(
          part,
          "a momentum twin of \"%s\"; add networks.%s.twin { momentum = 0.99 }"
              .formatted(name, name));
    }
  }

  private static List<String> absent(Set<String> needed, Set<String> there) {
    return needed.stream().filter(name -> !there.contains(name)).sorted().toList();
  }

  private void missing(Part<?> part, String what) {
    mistakes.add(part.setting(), part.path() + " needs " + what);
  }

  /** Where somebody wrote the setting that is too small, that is the line to change. */
  private void missing(Part<?> part, String setting, String what) {
    mistakes.add(setting, part.setting(), part.path() + " needs " + what);
  }
}
