package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Contrast;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
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
import io.dyad.contrast.pairs.NeighboursProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** NNCLR: neighbours of both views' projections against the other view's predictions. */
public final class NnclrVectors implements VectorAdapter {
  private static final Map<String, Rows> INPUTS = new LinkedHashMap<>();

  static {
    INPUTS.put("z1", Rows.of("view-1", "projection"));
    INPUTS.put("z2", Rows.of("view-2", "projection"));
    INPUTS.put("p1", Rows.of("view-1", "prediction"));
    INPUTS.put("p2", Rows.of("view-2", "prediction"));
    INPUTS.put("support", Rows.bank("support"));
  }

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("nnclr") && vector.inputs().containsKey("support");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    Hyperparameters given = vector.hyperparameters();
    given.implied("support_size");
    Map<Rows, NDArray> rows = new LinkedHashMap<>();
    INPUTS.forEach((input, address) -> rows.put(address, leaf(vector.input(input), harness)));
    FakeEncoded encoded = FakeEncoded.of(rows);
    String options = "temperature = " + given.number("temperature");
    try (Subject<PairSampler> sampler = Subject.of(new NeighboursProvider(), "", harness.setup());
        Subject<Loss> loss = Subject.of(new InfoNceProvider(), options, harness.setup())) {
      Pairs pairs = sampler.component().sample(encoded, harness.context());
      NDArray value = loss.component().evaluate(encoded, pairs, harness.context()).total();
      NDList gradients = harness.gradients(value, rows.values().toArray(NDArray[]::new));
      Outcome outcome = new Outcome().output("loss", value);
      int number = 0;
      for (String input : INPUTS.keySet()) {
        outcome.gradient(input, gradients.get(number++));
      }
      for (int view = 1; view <= 2; view++) {
        Rows neighbours = neighbours(pairs, view);
        outcome
            .output("neighbour_index" + view, neighbours.index().orElseThrow())
            .output("neighbour" + view, encoded.get(neighbours));
      }
      return outcome;
    }
  }

  /** The neighbours of a view are the anchors against the other one. */
  private static Rows neighbours(Pairs pairs, int view) {
    String other = "view-" + (3 - view);
    List<Contrast> found =
        pairs.contrasts().stream().filter(c -> c.keys().get(0).view().equals(other)).toList();
    return found.get(0).anchors().get(0);
  }

  private static NDArray leaf(RecordedArray recorded, Harness harness) {
    return harness.leaf(recorded.shape(), recorded.data());
  }
}
