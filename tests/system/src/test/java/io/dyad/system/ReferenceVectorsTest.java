package io.dyad.system;

import io.dyad.contract.vectors.AddressedVectors;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorSuite;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.contrast.pairs.InBatchProvider;
import io.dyad.system.vectors.ImageOperationVectors;
import io.dyad.system.vectors.LarsStepVectors;
import io.dyad.system.vectors.NearestNeighbourVectors;
import io.dyad.system.vectors.VectorRecord;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the reference vectors of {@code -Ddyad.golden=DIR} (the folder of one method or of many;
 * relative to where Maven was started), or those in the test resources. A new method adds its
 * adapter to the list.
 */
class ReferenceVectorsTest {
  private static final List<VectorAdapter> ADAPTERS =
      List.of(
          AddressedVectors.of("simclr", new InfoNceProvider(), new InBatchProvider(), "")
              .views("z"),
          new LarsStepVectors(),
          new NearestNeighbourVectors(),
          new ImageOperationVectors());

  private static final VectorSuite SUITE = new VectorSuite(ADAPTERS);

  @TestFactory
  Stream<DynamicTest> cases() {
    return new VectorRecord()
        .count(SUITE.tests(VectorSuite.folder(ReferenceVectorsTest.class, "/golden")));
  }

  @AfterAll
  static void report() {
    System.out.println(SUITE.summary());
  }
}
