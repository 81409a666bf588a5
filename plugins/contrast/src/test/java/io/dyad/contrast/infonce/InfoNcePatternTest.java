package io.dyad.contrast.infonce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pattern must cost what its explicit weights cost. */
class InfoNcePatternTest {
  private final Harness harness = new Harness();
  private final NDArray[] arrays = {random("first"), random("second"), random("third")};
  private final FakeEncoded encoded = FakeEncoded.projections(arrays);

  @AfterEach
  void close() {
    harness.close();
  }

  /** Hides the pattern, so that the loss must ask for weights. */
  private record Weights(Relation relation) implements Relation {
    @Override
    public Optional<Structure> structure() {
      return Optional.empty();
    }

    @Override
    public Block block(long fromRow, long toRow) {
      return relation.block(fromRow, toRow);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2, true, true, true", "2, true, false, true", "2, false, true, true",
    "2, true, true, false", "2, true, false, false", "2, false, true, false",
    "3, true, true, true", "3, true, true, false"
  })
  void a_pattern_agrees_with_its_weights_in_value_and_gradient(
      int count, boolean same, boolean cross, boolean partner) {
    List<Rows> views = views(count);
    Relation pattern = pattern(Structure.of(same, cross, partner), views);
    NDArray structured = value(encoded, Contrast.of(views, views, pattern));
    NDArray weighted = value(encoded, Contrast.of(views, views, new Weights(pattern)));
    assertThat(structured.getDouble()).isCloseTo(weighted.getDouble(), within(1e-12));
    NDList left = harness.gradients(structured, arrays);
    NDList right = harness.gradients(weighted, arrays);
    for (int i = 0; i < arrays.length; i++) {
      assertThat(left.get(i).toDoubleArray())
          .containsExactly(right.get(i).toDoubleArray(), within(1e-12));
    }
  }

  @Test
  void one_view_against_one_other_has_the_gradient_of_its_pattern() {
    List<Rows> anchors = views(2).subList(0, 1);
    List<Rows> keys = views(2).subList(1, 2);
    Relation pattern =
        Relation.of(Structure.of(true, true, true), anchors, keys, 5, harness.manager());
    NDArray structured = value(encoded, Contrast.of(anchors, keys, pattern));
    NDArray weighted = value(encoded, Contrast.of(anchors, keys, new Weights(pattern)));
    double[] expected = harness.gradients(structured, arrays[0]).head().toDoubleArray();
    assertThat(expected).doesNotContain(0);
    assertThat(harness.gradients(weighted, arrays[0]).head().toDoubleArray())
        .containsExactly(expected, within(1e-12));
  }

  @Test
  void a_twin_of_the_anchors_own_view_is_another_view() {
    List<Rows> views = views(2);
    List<Rows> twins = views.stream().map(Rows::target).toList();
    FakeEncoded withTwin = encoded.with(twins.get(0), arrays[1]).with(twins.get(1), arrays[2]);
    Relation pattern =
        Relation.of(
            Structure.of(true, true, true),
            views,
            twins,
            arrays[0].getShape().get(0),
            harness.manager());
    NDArray weighted = value(withTwin, Contrast.of(views, twins, new Weights(pattern)));
    assertThat(value(withTwin, Contrast.of(views, twins, pattern)).getDouble())
        .isCloseTo(weighted.getDouble(), within(1e-12));
    assertThat(pattern.block(0, 1).positive().toFloatArray()[0]).isEqualTo(1);
  }

  private static List<Rows> views(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> Rows.of("view-" + i, Embeddings.PROJECTION))
        .toList();
  }

  private Relation pattern(Structure structure, List<Rows> views) {
    return Relation.of(structure, views, views, arrays[0].getShape().get(0), harness.manager());
  }

  private NDArray value(FakeEncoded rows, Contrast contrast) {
    return new InfoNceProvider()
        .create(new InfoNceOptions(0.3, true), harness.setup())
        .evaluate(rows, Pairs.of(contrast), harness.context())
        .total();
  }

  private NDArray random(String name) {
    SeededDraws draws = new SeededDraws(3, harness.manager());
    NDArray rows = draws.normal(name, new Shape(5, 4)).toType(DataType.FLOAT64, false);
    rows.setRequiresGradient(true);
    return rows;
  }
}
