package io.dyad.contrast.hydra;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Context;
import io.dyad.api.Contrast;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.Draws;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.TaggedView;
import java.util.ArrayList;
import java.util.List;

/** Gives each sample a class pair, and each two views (or the only one) a contrast. */
final class ClassPairsSampler implements PairSampler {
  private static final long LOOKED_AT = 8;

  private final ClassPairsOptions options;
  private final NDArray allowed;

  /**
   * Creates a sampler.
   *
   * @param allowed for each pair of classes, row by row, whether it may be one; bool
   */
  ClassPairsSampler(ClassPairsOptions options, NDArray allowed) {
    this.options = options;
    this.allowed = allowed;
  }

  @Override
  public Needs needs() {
    Needs needs = Needs.NOTHING.batch(2).target(options.target());
    return options.output().equals(Embeddings.REPRESENTATION)
        ? needs
        : needs.output(options.output());
  }

  /** A label that is no class is found here, before it meets the gates. */
  @Override
  public void start(Data data, Context context) {
    for (long i = 0; i < Math.min(LOOKED_AT, data.batches(Data.TRAIN, 0)); i++) {
      NDArray labels = data.batch(Data.TRAIN, 0, i, context).targets().get(options.target());
      for (long label : labels.toLongArray()) {
        if (label < 0 || label >= options.classes()) {
          throw new DataException(
              "class-pairs: label %d is not one of classes 0 to %d; set classes in pairs and loss to the number of classes"
                  .formatted(label, options.classes() - 1));
        }
      }
    }
  }

  @Override
  public Pairs sample(Encoded encoded, StepContext context) {
    NDArray classes = encoded.batch().targets().get(options.target());
    NDArray partners = partners(classes, context.draws());
    Relation relation = ClassPairs.relation(classes, partners, classes);
    List<Contrast> contrasts = new ArrayList<>();
    List<Rows> views =
        encoded.views().all().stream()
            .map(TaggedView::name)
            .map(view -> Rows.of(view, options.output()))
            .toList();
    for (int i = 0; i < views.size(); i++) {
      for (int j = i + 1; j < views.size(); j++) {
        contrasts.add(contrast(views.get(i), views.get(j), relation));
        if (options.bothWays()) {
          contrasts.add(contrast(views.get(j), views.get(i), relation));
        }
      }
    }
    if (views.size() == 1) {
      contrasts.add(contrast(views.get(0), views.get(0), relation));
    }
    return Pairs.of(contrasts)
        .note(ClassPairs.ANCHOR_CLASS, classes)
        .note(ClassPairs.PARTNER_CLASS, partners);
  }

  private static Contrast contrast(Rows anchors, Rows keys, Relation relation) {
    return Contrast.of(List.of(anchors), List.of(keys), relation);
  }

  /** A pair that is excluded becomes the pair of the anchor's own class. */
  private NDArray partners(NDArray classes, Draws draws) {
    long samples = classes.size();
    NDArray drawn =
        switch (options.type()) {
          case ARBITRARY -> classes.get(draws.permutation("partner", samples));
          case DISTINCT ->
              classes
                  .add(draws.integers("distance", options.classes() - 1, new Shape(samples)).add(1))
                  .mod(options.classes());
          case IDENTICAL -> classes;
        };
    if (options.exclude().isEmpty()) {
      return drawn;
    }
    NDArray pair = classes.mul(options.classes()).add(drawn);
    NDArray may = allowed.get(pair);
    may.attach(classes.getManager());
    return NDArrays.where(may, drawn, classes);
  }
}
