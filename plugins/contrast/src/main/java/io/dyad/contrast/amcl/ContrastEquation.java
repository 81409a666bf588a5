package io.dyad.contrast.amcl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.contrast.views.AddressedRows;

/** The contrastive forms, over any pairs. */
record ContrastEquation(AmclEquation equation, AmclOptions options, TemperatureNetworks networks)
    implements AdaptiveLoss.Equation {

  @Override
  public NDList of(Encoded encoded, Contrast contrast) {
    NDArray anchors = AddressedRows.stacked(encoded, contrast.anchors());
    NDArray keys = AddressedRows.stacked(encoded, contrast.keys());
    Relation.Block relation = contrast.relation().block(0, anchors.getShape().get(0));
    return options.form() == AmclForm.TABLE
        ? equation.table(
            anchors,
            keys,
            networks,
            relation,
            positives(contrast),
            options.hardest(),
            options.beta())
        : equation.crossEntropy(anchors, keys, networks, relation, options.beta());
  }

  /**
   * A pattern has one positive for each other view. Of weights without a pattern, the largest is
   * taken, since counting them would make a GPU's caller wait.
   */
  private static long positives(Contrast contrast) {
    if (contrast.relation().structure().isEmpty()) {
      return 1;
    }
    long most = 1;
    for (Rows anchor : contrast.anchors()) {
      most = Math.max(most, contrast.keys().stream().filter(key -> !key.equals(anchor)).count());
    }
    return most;
  }
}
