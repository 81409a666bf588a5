package ${package};

import io.dyad.contract.vectors.LossVectors;
import io.dyad.contract.vectors.VectorSuite;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every JSON file in {@code src/test/resources/vectors}, or in the folder of {@code
 * -Ddyad.golden=DIR}: value and gradients of two views z1 and z2, in float64.
 */
class ${type}LossVectorsTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    return new VectorSuite(List.of(LossVectors.of("${name}", new ${type}LossProvider())))
        .tests(VectorSuite.folder(getClass(), "/vectors"));
  }
}
