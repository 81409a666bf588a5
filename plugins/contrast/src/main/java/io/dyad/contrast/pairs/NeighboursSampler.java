package io.dyad.contrast.pairs;

import ai.djl.ndarray.NDArray;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Kernel;
import io.dyad.api.Needs;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import io.dyad.api.Targets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contrast of the neighbours of one view against another view, for each pair of views. Where the
 * data has labels, it observes how many neighbours have the right one. The bank is as the last step
 * left it: the rows of this step are put in after it.
 */
final class NeighboursSampler implements PairSampler {
  private final NeighboursOptions options;
  private final String name;
  private final Kernel kernel;
  private final BankLabels known;
  private final Structure structure;
  private Optional<NDArray> labels = Optional.empty();
  private long rows;

  NeighboursSampler(NeighboursOptions options, String name, Kernel kernel, BankLabels known) {
    this.options = options;
    this.name = name;
    this.kernel = kernel;
    this.known = known;
    structure = Structure.of(false, true, options.partnerInDenominator());
  }

  @Override
  public Needs needs() {
    return ViewPairs.outputs(options.lookup(), options.keys())
        .views(2)
        .batch(2)
        .bank(options.bank());
  }

  @Override
  public Pairs sample(Encoded encoded, StepContext context) {
    NDArray bank = encoded.get(Rows.bank(options.bank()));
    if (bank.getShape().get(0) == 0) {
      throw new ConfigurationException(
          "%s: neighbours finds none while bank \"%s\" is empty; set banks.%s.initial = random"
              .formatted(name, options.bank(), options.bank()));
    }
    ViewPairs views = ViewPairs.of(encoded, options.bothWays());
    Pairs pairs =
        Pairs.of(
            views.all().stream()
                .map(pair -> contrast(pair, encoded, bank, views.samples(), context))
                .toList());
    rows = bank.getShape().get(0);
    labels = encoded.batch().targets().find(Targets.LABEL);
    return labels
        .map(wanted -> pairs.observe("right-neighbours", known.share(first(pairs), wanted, rows)))
        .orElse(pairs);
  }

  private static NDArray first(Pairs pairs) {
    return pairs.contrasts().get(0).anchors().get(0).index().orElseThrow();
  }

  /** The bank takes in one row a sample then. */
  @Override
  public void afterStep(StepContext context) {
    labels.ifPresent(newest -> known.push(newest, rows + newest.size()));
    labels = Optional.empty();
  }

  @Override
  public Map<String, NDArray> state() {
    return known.labels().isEmpty() ? Map.of() : Map.of("labels", known.labels());
  }

  @Override
  public void restore(Map<String, NDArray> saved) {
    Optional.ofNullable(saved.get("labels")).ifPresent(known::replace);
  }

  private Contrast contrast(
      ViewPairs.Pair pair, Encoded encoded, NDArray bank, long samples, StepContext context) {
    NDArray looking = encoded.get(Rows.of(pair.anchor(), options.lookup())).stopGradient();
    NDArray nearest = kernel.call("nearest", looking, bank).singletonOrThrow();
    List<Rows> anchors = List.of(Rows.bank(options.bank()).at(nearest));
    List<Rows> keys = List.of(Rows.of(pair.key(), options.keys()));
    return Contrast.of(
        anchors, keys, Relation.of(structure, anchors, keys, samples, context.manager()));
  }
}
