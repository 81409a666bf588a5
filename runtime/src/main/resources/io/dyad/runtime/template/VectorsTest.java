package ${package};

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Contrast;
import io.dyad.api.Loss;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contract.vectors.VectorSuite;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every JSON file in {@code src/test/resources/vectors}: value and gradients, float64. */
class ${type}LossVectorsTest {
  @TestFactory
  Stream<DynamicTest> cases() throws URISyntaxException {
    Path folder = Path.of(getClass().getResource("/vectors").toURI());
    return new VectorSuite(List.of(new Adapter())).tests(folder);
  }

  /** Reads two views z1 and z2 of a batch, each the anchors and the keys of one contrast. */
  private static final class Adapter implements VectorAdapter {
    @Override
    public boolean accepts(VectorCase vector) {
      return vector.method().equals("${name}");
    }

    @Override
    public Outcome run(VectorCase vector, Harness harness) {
      NDArray first = leaf(vector.input("z1"), harness);
      NDArray second = leaf(vector.input("z2"), harness);
      NDArray value =
          loss(vector.hyperparameters(), harness)
              .evaluate(
                  FakeEncoded.projections(first, second),
                  inBatch(first.getShape().get(0), harness),
                  harness.context())
              .total();
      NDList gradients = harness.gradients(value, first, second);
      return new Outcome()
          .output("loss", value)
          .gradient("z1", gradients.get(0))
          .gradient("z2", gradients.get(1));
    }

    private static Loss loss(Hyperparameters given, Harness harness) {
      return new ${type}LossProvider()
          .create(
              new ${type}LossOptions(given.number("sharpness"), given.number("uniformity")),
              harness.setup());
    }

    private static Pairs inBatch(long samples, Harness harness) {
      List<Rows> views = List.of(Rows.of("view-1", "projection"), Rows.of("view-2", "projection"));
      Structure all = Structure.of(true, true, true);
      return Pairs.of(
          Contrast.of(views, views, Relation.of(all, views, views, samples, harness.manager())));
    }

    private static NDArray leaf(RecordedArray array, Harness harness) {
      return harness.leaf(array.shape(), array.data());
    }
  }
}
