package io.dyad.system;

import io.dyad.api.Rows;
import io.dyad.contract.vectors.AddressedVectors;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorSuite;
import io.dyad.contrast.byol.ByolProvider;
import io.dyad.contrast.cacr.CacrProvider;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.contrast.pairs.CrossViewProvider;
import io.dyad.contrast.pairs.InBatchProvider;
import io.dyad.contrast.simsiam.SimSiamProvider;
import io.dyad.contrast.vicreg.VicRegProvider;
import io.dyad.medical.sepclr.SepClrProvider;
import io.dyad.system.vectors.AmclVectors;
import io.dyad.system.vectors.AttributeAlignmentVectors;
import io.dyad.system.vectors.BaconContrastVectors;
import io.dyad.system.vectors.BaconVectors;
import io.dyad.system.vectors.BarlowTwinsVectors;
import io.dyad.system.vectors.CacrMomentumVectors;
import io.dyad.system.vectors.Co2Vectors;
import io.dyad.system.vectors.DclwVectors;
import io.dyad.system.vectors.DhelVectors;
import io.dyad.system.vectors.FeatureTransformationVectors;
import io.dyad.system.vectors.GcaVectors;
import io.dyad.system.vectors.GcoolEncoderVectors;
import io.dyad.system.vectors.GcoolVectors;
import io.dyad.system.vectors.GraceVectors;
import io.dyad.system.vectors.HydraGateVectors;
import io.dyad.system.vectors.HydraLossVectors;
import io.dyad.system.vectors.ImageOperationVectors;
import io.dyad.system.vectors.LarsStepVectors;
import io.dyad.system.vectors.MocoVectors;
import io.dyad.system.vectors.MomentumUpdateVectors;
import io.dyad.system.vectors.MvInfoNceVectors;
import io.dyad.system.vectors.NearestNeighbourVectors;
import io.dyad.system.vectors.NnclrVectors;
import io.dyad.system.vectors.PotVectors;
import io.dyad.system.vectors.RomaVectors;
import io.dyad.system.vectors.SimSiamPredictorVectors;
import io.dyad.system.vectors.SupConVectors;
import io.dyad.system.vectors.SwavVectors;
import io.dyad.system.vectors.TwinScheduleVectors;
import io.dyad.system.vectors.UniclrStreamingVectors;
import io.dyad.system.vectors.UniclrVectors;
import io.dyad.system.vectors.VectorRecord;
import io.dyad.system.vectors.WmseVectors;
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
          new BaconVectors(),
          new BaconContrastVectors(),
          AddressedVectors.of(
                  "dcl",
                  new InfoNceProvider(),
                  new InBatchProvider(),
                  "partner-in-denominator = false")
              .views("z")
              .when(vector -> !vector.hyperparameters().has("sigma")),
          new DclwVectors(),
          new MocoVectors(),
          new MomentumUpdateVectors(),
          new SupConVectors(),
          new NnclrVectors(),
          new Co2Vectors(),
          AddressedVectors.of(
                  "byol",
                  new ByolProvider(),
                  new CrossViewProvider(),
                  "anchors = prediction, keys = projection, twin = true, negatives = false")
              .row("p1", Rows.of("view-1", "prediction"))
              .row("p2", Rows.of("view-2", "prediction"))
              .row("target1", Rows.of("view-1", "projection").target())
              .row("target2", Rows.of("view-2", "projection").target())
              .implied("reduction"),
          new TwinScheduleVectors(),
          AddressedVectors.of(
                  "simsiam",
                  new SimSiamProvider(),
                  new CrossViewProvider(),
                  "anchors = prediction, keys = projection, negatives = false")
              .row("p1", Rows.of("view-1", "prediction"))
              .row("p2", Rows.of("view-2", "prediction"))
              .row("z1", Rows.of("view-1", "projection"))
              .row("z2", Rows.of("view-2", "projection")),
          new SimSiamPredictorVectors(),
          new BarlowTwinsVectors(),
          AddressedVectors.of(
                  "vicreg",
                  new VicRegProvider(),
                  new CrossViewProvider(),
                  "both-ways = false, negatives = false")
              .views("z")
              .renamed("target_std", "target-deviation"),
          new WmseVectors(),
          new UniclrVectors(),
          new UniclrStreamingVectors(),
          new FeatureTransformationVectors(),
          new HydraGateVectors(),
          new HydraLossVectors(),
          new MvInfoNceVectors(),
          new DhelVectors(),
          AddressedVectors.of("cacr", new CacrProvider(), new InBatchProvider(), "joint = true")
              .views("view"),
          new CacrMomentumVectors(),
          new RomaVectors(),
          new LarsStepVectors(),
          new NearestNeighbourVectors(),
          new ImageOperationVectors(),
          new SwavVectors(),
          new AmclVectors(),
          AddressedVectors.of(
                  "sepclr",
                  new SepClrProvider(),
                  new CrossViewProvider(),
                  "anchors = common-projection, both-ways = false, negatives = false")
              .row("common_1", Rows.of("view-1", "common-projection"))
              .row("common_2", Rows.of("view-2", "common-projection"))
              .row("salient_1", Rows.of("view-1", "salient-projection"))
              .row("salient_2", Rows.of("view-2", "salient-projection"))
              .target("is_target", "domain"),
          new AttributeAlignmentVectors(),
          new GraceVectors(),
          new GcaVectors(),
          new PotVectors(),
          new GcoolVectors(),
          new GcoolEncoderVectors());

  private static final VectorSuite SUITE =
      new VectorSuite(ADAPTERS)
          .doubleOnly(
              "swav/sinkhorn-sharp",
              "simclr/two-samples-sharp",
              "dcl/dcl-sharp",
              "amcl/temperature-saturated");

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
