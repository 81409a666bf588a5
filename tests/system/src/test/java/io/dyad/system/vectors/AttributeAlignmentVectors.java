package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Kernel;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.medical.sepclr.SepClrProvider;

/** The alignment of one salient coordinate of SepCLR with an attribute, all samples targets. */
public final class AttributeAlignmentVectors implements VectorAdapter {
  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("sepclr") && vector.inputs().containsKey("latent");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    Kernel kernel = harness.kernels().resource(SepClrProvider.class, "sepclr");
    RecordedArray latent = vector.input("latent");
    NDArray coordinate = harness.leaf(latent.shape(), latent.data());
    NDArray continuous =
        alignment(
            kernel,
            coordinate,
            vector.input("attribute"),
            2 * vector.hyperparameters().number("bandwidth"),
            harness);
    NDArray discrete =
        alignment(
            kernel,
            coordinate,
            vector.input("attribute_class"),
            vector.hyperparameters().number("discrete_bandwidth"),
            harness);
    return new Outcome()
        .output("continuous_alignment", continuous)
        .output("discrete_alignment", discrete)
        .gradient("latent", harness.gradients(continuous.add(discrete), coordinate).head());
  }

  private static NDArray alignment(
      Kernel kernel, NDArray coordinate, RecordedArray attribute, double divisor, Harness harness) {
    NDArray values = harness.constant(attribute.shape(), attribute.data());
    return kernel
        .call("attribute_alignment", coordinate, values, values.onesLike(), divisor)
        .singletonOrThrow();
  }
}
