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
import java.util.List;

/**
 * A contrast of the neighbours of one view against another view, for each pair of views. The bank
 * is as the last step left it: the rows of this step are put in after it.
 */
final class NeighboursSampler implements PairSampler {
  private final NeighboursOptions options;
  private final String name;
  private final Kernel kernel;
  private final Structure structure;

  NeighboursSampler(NeighboursOptions options, String name, Kernel kernel) {
    this.options = options;
    this.name = name;
    this.kernel = kernel;
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
    ViewPairs pairs = ViewPairs.of(encoded, options.bothWays());
    return Pairs.of(
        pairs.all().stream()
            .map(pair -> contrast(pair, encoded, bank, pairs.samples(), context))
            .toList());
  }

  private Contrast contrast(
      ViewPairs.Pair pair, Encoded encoded, NDArray bank, long samples, StepContext context) {
    NDArray rows = encoded.get(Rows.of(pair.anchor(), options.lookup())).stopGradient();
    NDArray nearest = kernel.call("nearest", rows, bank).singletonOrThrow();
    List<Rows> anchors = List.of(Rows.bank(options.bank()).at(nearest));
    List<Rows> keys = List.of(Rows.of(pair.key(), options.keys()));
    return Contrast.of(
        anchors, keys, Relation.of(structure, anchors, keys, samples, context.manager()));
  }
}
