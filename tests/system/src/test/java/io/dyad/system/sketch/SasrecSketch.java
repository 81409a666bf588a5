package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.Draws;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Encoder;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Metric;
import io.dyad.api.Network;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.StepContext;
import io.dyad.api.TaggedView;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.view.SequenceView;
import java.util.List;
import java.util.Map;

/**
 * SASRec and CL4SRec: sequences with lengths, an item table that encoder, loss and evaluator share,
 * views that depend on a sample's own draws, ranking among all items.
 */
final class SasrecSketch {
  static final String NEXT = "next-item";

  private SasrecSketch() {}

  /** What scores need of an encoder of items. */
  interface ItemTable {
    /** Returns the vectors of all items, shape (items, D), with gradient. */
    NDArray items();
  }

  /** A mean of the items so far stands for the transformer. */
  static final class SequenceEncoder implements Encoder, ItemTable {
    private final NDArray items;

    SequenceEncoder(Setup setup, long count, long width) {
      items = setup.draws().normal("items", new Shape(count, width)).mul(0.02);
    }

    SequenceEncoder(NDArray items) {
      this.items = items;
    }

    @Override
    public Parameters parameters() {
      return Parameters.NONE.with("item-table", Map.of("items", items));
    }

    @Override
    public NDArray items() {
      return items;
    }

    @Override
    public Embeddings encode(View view, Context context) {
      SequenceView sequences = (SequenceView) view;
      NDArray vectors = items.get(new NDIndex("{}", sequences.ids().flatten()));
      NDArray present = sequences.present().toType(DataType.FLOAT32, false).expandDims(2);
      Shape shape = new Shape(sequences.rows(), sequences.width(), items.size(1));
      NDArray sum = vectors.reshape(shape).mul(present).sum(new int[] {1});
      NDArray lengths = sequences.lengths().toType(DataType.FLOAT32, false).expandDims(1);
      return Embeddings.of(sum.div(lengths));
    }
  }

  /** The sequence itself, and two copies of which a share of the items is masked. */
  static final class MaskedCopies implements ViewGenerator {
    private final double share;

    MaskedCopies(double share) {
      this.share = share;
    }

    @Override
    public Views generate(Batch batch, Context context) {
      SequenceView whole = (SequenceView) batch.samples();
      Draws draws = context.draws().forSamples(batch.ids());
      return Views.of(
          List.of(
              TaggedView.of("sequence", whole, batch.targets()),
              TaggedView.of("copy-1", masked(whole, draws.at("copy", 1)), batch.targets()),
              TaggedView.of("copy-2", masked(whole, draws.at("copy", 2)), batch.targets())));
    }

    /** Masks the items whose draws are the lowest of their sequence; lengths stay. */
    private SequenceView masked(SequenceView whole, Draws draws) {
      NDArray draw = draws.uniform("mask", whole.ids().getShape());
      NDArray behind = whole.present().logicalNot().toType(DataType.FLOAT32, false);
      NDArray rank = draw.add(behind).argSort(1).argSort(1);
      NDArray count =
          whole.lengths().toType(DataType.FLOAT32, false).mul(share).floor().expandDims(1);
      NDArray kept = rank.gte(count).toType(DataType.INT64, false);
      return whole.with(new NDList(whole.ids().mul(kept), whole.lengths()));
    }
  }

  /** Next-item cross-entropy over the whole table. */
  static final class NextItem implements Loss {
    private final Network network;

    NextItem(Setup setup) {
      network = setup.network(Network.MAIN);
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray items = network.as(ItemTable.class).orElseThrow().items();
      NDArray state = encoded.get(Rows.of("sequence", Embeddings.REPRESENTATION));
      NDArray logits = state.matMul(items.transpose());
      return LossValue.of(Equations.classCrossEntropy(encoded.batch().targets().get(NEXT), logits));
    }
  }

  /** Hit rate among all items; ties count as misses. */
  static final class FullRanking implements Evaluator {
    private final int cutoff;

    FullRanking(int cutoff) {
      this.cutoff = cutoff;
    }

    @Override
    public List<Metric> evaluate(Evaluation evaluation) {
      NDArray items = evaluation.network(Network.MAIN).as(ItemTable.class).orElseThrow().items();
      NDArray states = evaluation.embed(Embeddings.REPRESENTATION, Data.TEST);
      NDArray next = evaluation.target(NEXT, Data.TEST);
      NDArray scores = states.matMul(items.transpose());
      NDArray own = scores.mul(next.oneHot((int) items.size(0))).sum(new int[] {1}, true);
      NDArray better = scores.gte(own).toType(DataType.FLOAT32, false).sum(new int[] {1});
      float hits = better.lte(cutoff).toType(DataType.FLOAT32, false).mean().getFloat();
      return List.of(Metric.of("hit-rate-" + cutoff, hits, true, "fraction"));
    }
  }
}
