package io.dyad.contract;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Contrast;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Structure;
import io.dyad.contract.check.Numbers;
import io.dyad.contract.check.PairTable;
import io.dyad.contract.harness.SampleRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a sampler made of rows. */
record SampledPairs(Pairs pairs, SampleRows rows) {
  /** Returns the weights of all pairs by contrast and kind. */
  Map<String, NDArray> weights() {
    Map<String, NDArray> named = new LinkedHashMap<>();
    for (Contrast contrast : pairs.contrasts()) {
      int number = named.size() / 2 + 1;
      Relation.Block all = contrast.relation().block(0, anchors(contrast));
      named.put("the positive weights of contrast " + number, all.positive());
      named.put("the denominator weights of contrast " + number, all.denominator());
    }
    return named;
  }

  /** Returns one row an anchor and one column a key. */
  Shape shape(Contrast contrast) {
    long keys = PairTable.stacked(contrast.keys(), rows.encoded()).getShape().get(0);
    return new Shape(anchors(contrast), keys);
  }

  long anchors(Contrast contrast) {
    return PairTable.stacked(contrast.anchors(), rows.encoded()).getShape().get(0);
  }

  /** Returns whether a weight is no number. */
  boolean hasNaN() {
    return weights().values().stream().anyMatch(all -> Double.isNaN(Numbers.largest(all)));
  }

  /** Returns the same contrasts with the weights of a pattern. */
  SampledPairs following(Structure structure) {
    NDManager manager = rows.rows().values().iterator().next().getManager();
    List<Contrast> contrasts = new ArrayList<>();
    for (Contrast each : pairs.contrasts()) {
      long samples = anchors(each) / each.anchors().size();
      contrasts.add(
          Contrast.of(
              each.anchors(),
              each.keys(),
              Relation.of(structure, each.anchors(), each.keys(), samples, manager)));
    }
    return new SampledPairs(Pairs.of(contrasts), rows);
  }

  PairTable table() {
    return PairTable.of(pairs, rows.encoded());
  }
}
