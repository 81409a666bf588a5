package io.dyad.contract.harness;

import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import java.util.List;

/** The same pairs in other forms, which a loss meets under other samplers. */
public final class PairForms {
  private PairForms() {}

  /** Returns the pairs with explicit weights instead of patterns. */
  public static Pairs weights(Pairs pairs, Encoded encoded) {
    return Pairs.of(
        pairs.contrasts().stream()
            .map(
                each ->
                    Contrast.of(
                        each.anchors(), each.keys(), weights(each, encoded, each.anchors().size())))
            .toList());
  }

  /** Returns the first anchors of each contrast against its last keys. */
  public static Pairs oneAgainstOne(Pairs pairs, Encoded encoded) {
    return Pairs.of(pairs.contrasts().stream().map(each -> oneAgainstOne(each, encoded)).toList());
  }

  private static Contrast oneAgainstOne(Contrast contrast, Encoded encoded) {
    Rows key = contrast.keys().get(contrast.keys().size() - 1);
    Relation.Block rows =
        weights(contrast, encoded, 1).block(0, count(contrast.anchors(), 1, encoded));
    long keys = rows.positive().getShape().get(1);
    NDIndex last =
        new NDIndex().addAllDim().addSliceDim(keys - encoded.get(key).getShape().get(0), keys);
    return Contrast.of(
        contrast.anchors().subList(0, 1),
        List.of(key),
        Relation.of(rows.positive().get(last), rows.denominator().get(last)));
  }

  /** Returns the weights of the anchors at the first addresses. */
  private static Relation weights(Contrast contrast, Encoded encoded, int addresses) {
    Relation.Block block =
        contrast.relation().block(0, count(contrast.anchors(), addresses, encoded));
    return Relation.of(block.positive(), block.denominator());
  }

  private static long count(List<Rows> all, int addresses, Encoded encoded) {
    return all.subList(0, addresses).stream()
        .mapToLong(rows -> encoded.get(rows).getShape().get(0))
        .sum();
  }
}
