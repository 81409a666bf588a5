package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.contrast.pairs.QueueProvider;
import io.dyad.runtime.training.QueueUnderTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One step of MoCo: the loss over the queue, then the keys put in. The recorded queue is a ring of
 * columns with a pointer at the oldest; ours has its rows in the order of their age.
 */
public final class MocoVectors implements VectorAdapter {
  private static final Rows QUERY = Rows.of("view-1", "projection");
  private static final Rows KEY = Rows.of("view-2", "projection");

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("moco") && vector.inputs().containsKey("queue");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    Hyperparameters given = vector.hyperparameters();
    NDArray query = leaf(vector.input("query"), harness);
    NDArray key = leaf(vector.input("key"), harness);
    NDArray ring = leaf(vector.input("queue"), harness).transpose().duplicate();
    int pointer = given.integer("queue_pointer_before");
    int size = given.integer("queue_size");
    QueueUnderTest queue = new QueueUnderTest(rows(ring, pointer, size));
    NDArray bank = queue.rows();
    bank.setRequiresGradient(true);
    Map<Rows, NDArray> rows = new LinkedHashMap<>();
    rows.put(QUERY, query);
    rows.put(KEY.target(), key);
    rows.put(Rows.bank("queue"), bank);
    Encoded encoded = FakeEncoded.of(rows);
    String options = "temperature = " + given.number("temperature");
    try (Subject<PairSampler> sampler = Subject.of(new QueueProvider(), "", harness.setup());
        Subject<Loss> loss = Subject.of(new InfoNceProvider(), options, harness.setup())) {
      Pairs pairs = sampler.component().sample(encoded, harness.context());
      NDArray value = loss.component().evaluate(encoded, pairs, harness.context()).total();
      NDList gradients = harness.gradients(value, query, key, bank);
      NDArray logits =
          logits(pairs.contrasts().get(0), encoded, given.number("temperature"), pointer);
      queue.push(unit(key).stopGradient());
      Ring after = Ring.of(ring, queue.rows(), pointer);
      return new Outcome()
          .output("loss", value)
          .output("logits", logits)
          .output("queue_after", after.columns())
          .output("queue_pointer_after", harness.constant(new Shape(1), after.pointer()))
          .gradient("query", gradients.get(0))
          .gradient("key", gradients.get(1))
          .gradient("queue", gradients.get(2).transpose());
    }
  }

  /** The similarities of the pairs that the sampler put in the denominator, row by row. */
  private static NDArray logits(
      Contrast contrast, Encoded encoded, double temperature, int pointer) {
    NDArray queries = unit(encoded.get(contrast.anchors().get(0)));
    NDArray keys =
        unit(NDArrays.concat(new NDList(contrast.keys().stream().map(encoded::get).toList()), 0));
    long rows = queries.getShape().get(0);
    Relation.Block block = contrast.relation().block(0, rows);
    double[] similarities = numbers(queries.matMul(keys.transpose()));
    double[] weights = numbers(block.denominator());
    double[] counted =
        IntStream.range(0, weights.length)
            .filter(i -> weights[i] > 0)
            .mapToDouble(i -> similarities[i] / temperature)
            .toArray();
    NDArray byAge = queries.getManager().create(counted, new Shape(rows, counted.length / rows));
    return inSlots(byAge, pointer);
  }

  /** Puts the columns after the first, which are by age, where their rows stand in the ring. */
  private static NDArray inSlots(NDArray byAge, int pointer) {
    long columns = byAge.getShape().get(1);
    long oldest = columns - pointer;
    return byAge
        .get(new NDIndex().addAllDim().addSliceDim(0, 1))
        .concat(byAge.get(new NDIndex().addAllDim().addSliceDim(oldest, columns)), 1)
        .concat(byAge.get(new NDIndex().addAllDim().addSliceDim(1, oldest)), 1);
  }

  /** The recorded queue as a ring whose slots are taken over, oldest first, by what is new. */
  private record Ring(NDArray columns, int pointer) {
    static Ring of(NDArray before, NDArray after, int pointer) {
      List<List<Double>> slots = lists(before);
      List<List<Double>> kept = lists(after);
      int free = pointer;
      for (List<Double> row : kept) {
        if (!slots.contains(row)) {
          slots.set(free, row);
          free = (free + 1) % slots.size();
        }
      }
      double[] numbers =
          slots.stream()
              .flatMapToDouble(row -> row.stream().mapToDouble(Double::doubleValue))
              .toArray();
      NDArray rows = after.getManager().create(numbers, before.getShape());
      return new Ring(rows.transpose(), free);
    }

    private static List<List<Double>> lists(NDArray rows) {
      int width = Math.toIntExact(rows.getShape().get(1));
      double[] all = numbers(rows);
      return new ArrayList<>(
          IntStream.range(0, all.length / width)
              .mapToObj(i -> Arrays.stream(all, i * width, (i + 1) * width).boxed().toList())
              .toList());
    }
  }

  private static NDArray rows(NDArray ring, int pointer, int size) {
    NDArray first = ring.get(new NDIndex().addSliceDim(pointer, size));
    return pointer == 0
        ? first.stopGradient()
        : first.concat(ring.get(new NDIndex().addSliceDim(0, pointer)), 0).stopGradient();
  }

  private static NDArray unit(NDArray rows) {
    return rows.div(rows.norm(new int[] {1}, true));
  }

  private static double[] numbers(NDArray array) {
    return array.stopGradient().toType(DataType.FLOAT64, false).toDoubleArray();
  }

  private static NDArray leaf(RecordedArray recorded, Harness harness) {
    return harness.leaf(recorded.shape(), recorded.data());
  }
}
