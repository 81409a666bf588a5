package io.dyad.runtime.training;

import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Needs;
import io.dyad.api.Network;
import io.dyad.api.TaggedView;
import io.dyad.api.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what the parts need with what the experiment has, before anything is trained. */
final class NeedsCheck {
  private NeedsCheck() {}

  /**
   * Checks all parts at once.
   *
   * @param example a small batch of the training data
   * @throws ConfigurationException if anything is missing, naming the setting to add for each
   */
  static void check(Assembly assembly, Batch example, Frame frame) {
    Views views =
        assembly.views().component().generate(example, frame.epoch(assembly.views().path()));
    List<String> problems = new ArrayList<>(MicroBatchCheck.problems(assembly, views));
    assembly.banks().forEach(bank -> bankView(bank, views).ifPresent(problems::add));
    assembly
        .parts()
        .forEach(
            part ->
                missing(part.component().needs(), assembly, example, views.all().size())
                    .forEach(problem -> problems.add(part.path() + " needs " + problem)));
    if (!problems.isEmpty()) {
      problems.add(
          problems.size()
              + (problems.size() == 1 ? " problem" : " problems")
              + "; nothing was started.");
      throw new ConfigurationException(String.join("\n", problems));
    }
  }

  private static Optional<String> bankView(FeatureQueue bank, Views views) {
    List<String> names = views.all().stream().map(TaggedView::name).toList();
    String view = bank.source().view();
    return names.contains(view)
        ? Optional.empty()
        : Optional.of(
            "banks.%s needs a view \"%s\", and the view generator makes %s; set banks.%s.rows.view"
                .formatted(bank.name(), view, names, bank.name()));
  }

  private static List<String> missing(Needs needs, Assembly assembly, Batch example, int views) {
    List<String> missing = new ArrayList<>();
    int batch = assembly.data().smallestBatch();
    if (needs.views() > views) {
      missing.add(
          "%d views, and the view generator makes %d; set views.count = %d"
              .formatted(needs.views(), views, needs.views()));
    }
    if (needs.batch() > batch) {
      missing.add(
          batch == assembly.experiment().train().batchSize()
              ? "batches of at least %d samples; set train.batch-size = %d (it is %d)"
                  .formatted(needs.batch(), needs.batch(), batch)
              : "batches of at least %d samples, and the last one of an epoch has %d; set train.drop-last = true"
                  .formatted(needs.batch(), batch));
    }
    for (String output : needs.outputs()) {
      TrainedNetwork main = assembly.networks().get(Network.MAIN);
      if (main == null || !main.hasOutput(output)) {
        missing.add(
            "the output \"%s\"; add networks.main.heads.%s { encoder { use = mlp } }"
                .formatted(output, output));
      }
    }
    for (String twin : needs.twins()) {
      TrainedNetwork network = assembly.networks().get(twin);
      if (network == null || !network.hasTwin()) {
        missing.add(
            "a momentum twin of \"%s\"; add networks.%s.twin { momentum = 0.99 }"
                .formatted(twin, twin));
      }
    }
    for (String target : needs.targets()) {
      if (!example.targets().names().contains(target)) {
        missing.add(
            "the target \"%s\", and the data has %s; choose data that has it"
                .formatted(target, example.targets().names()));
      }
    }
    for (String bank : needs.banks()) {
      if (!assembly.experiment().banks().containsKey(bank)) {
        missing.add(
            "the bank \"%s\"; add banks.%s { rows { view = view-2 }, capacity = 4096 }"
                .formatted(bank, bank));
      }
    }
    for (String phase : needs.phases()) {
      if (!assembly.experiment().phases().containsKey(phase)) {
        missing.add(
            "the phase \"%s\" (there is %s); add phases.%s { terms = [...], trains = [...] }"
                .formatted(phase, assembly.experiment().phases().keySet(), phase));
      }
    }
    return missing;
  }
}
