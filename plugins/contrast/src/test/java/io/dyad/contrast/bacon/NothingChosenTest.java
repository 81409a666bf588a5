package io.dyad.contrast.bacon;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Targets;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contrast.infonce.InfoNceProvider;
import org.junit.jupiter.api.Test;

class NothingChosenTest {
  @Test
  void a_batch_without_labels_costs_nothing_and_teaches_nothing() {
    try (Harness harness = new Harness();
        Subject<PairSampler> sampler = Subject.of(new LabelledProvider(), "", harness.setup());
        Subject<Loss> loss = Subject.of(new InfoNceProvider(), "", harness.setup())) {
      NDArray first = harness.leaf(new Shape(2, 2), 1, 2, -1, 1);
      NDArray second = harness.leaf(new Shape(2, 2), 0, 2, 3, 1);
      NDArray unknown = harness.manager().zeros(new Shape(2), DataType.INT64).sub(1L);
      FakeEncoded encoded =
          FakeEncoded.projections(first, second).with(Targets.of(Targets.LABEL, unknown));
      Pairs pairs = sampler.component().sample(encoded, harness.context());
      NDArray value = loss.component().evaluate(encoded, pairs, harness.context()).total();
      assertThat(value.getDouble()).isZero();
      assertThat(NDArrays.concat(harness.gradients(value, first, second)).toDoubleArray())
          .containsOnly(0);
    }
  }
}
