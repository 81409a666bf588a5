package io.dyad.contract.check;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pairs of a step by what their rows hold, so that addresses and orders do not matter. Pairs of
 * no weight are left out.
 */
public final class PairTable {
  private static final double ROUNDING = 1e-6;

  private final Map<Pair, Weights> weights = new LinkedHashMap<>();

  private record Pair(int contrast, List<Double> anchor, List<Double> key) {
    boolean isOneRow() {
      return anchor.equals(key);
    }
  }

  private record Weights(double positive, double denominator) {
    boolean close(Weights other) {
      return Math.abs(positive - other.positive) <= ROUNDING
          && Math.abs(denominator - other.denominator) <= ROUNDING;
    }
  }

  private PairTable() {}

  /** Returns the table of pairs whose rows are all different. */
  public static PairTable of(Pairs pairs, Encoded encoded) {
    PairTable table = new PairTable();
    for (int i = 0; i < pairs.contrasts().size(); i++) {
      table.add(i, pairs.contrasts().get(i), encoded);
    }
    return table;
  }

  private void add(int number, Contrast contrast, Encoded encoded) {
    List<List<Double>> anchors = rows(contrast.anchors(), encoded);
    List<List<Double>> keys = rows(contrast.keys(), encoded);
    Relation.Block block = contrast.relation().block(0, anchors.size());
    double[] positive = Numbers.of(block.positive());
    double[] denominator = Numbers.of(block.denominator());
    for (int i = 0; i < positive.length; i++) {
      Weights each = new Weights(positive[i], denominator[i]);
      if (each.positive != 0 || each.denominator != 0) {
        weights.put(
            new Pair(number, anchors.get(i / keys.size()), keys.get(i % keys.size())), each);
      }
    }
  }

  private static List<List<Double>> rows(List<Rows> addresses, Encoded encoded) {
    NDArray all = stacked(addresses, encoded);
    double[] numbers = Numbers.of(all);
    int count = Math.toIntExact(all.getShape().get(0));
    int width = numbers.length / count;
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(Arrays.stream(numbers, i * width, (i + 1) * width).boxed().toList());
    }
    return rows;
  }

  /** Returns the rows at addresses, one after another. */
  public static NDArray stacked(List<Rows> addresses, Encoded encoded) {
    return NDArrays.concat(new NDList(addresses.stream().map(encoded::get).toList()), 0);
  }

  /** Returns whether both have the same pairs with the same weights. */
  public boolean sameAs(PairTable other) {
    return weights.keySet().equals(other.weights.keySet())
        && weights.entrySet().stream()
            .allMatch(
                entry -> entry.getValue().close(requireNonNull(other.weights.get(entry.getKey()))));
  }

  /** Returns whether a row is paired with itself. */
  public boolean pairsARowWithItself() {
    return weights.keySet().stream().anyMatch(Pair::isOneRow);
  }

  /** Returns whether there is a positive pair. */
  public boolean hasPositive() {
    return weights.values().stream().anyMatch(each -> each.positive > 0);
  }

  /** Returns whether there is a positive pair, and another in the denominator. */
  public boolean isUsable() {
    return hasPositive() && weights.values().stream().anyMatch(each -> each.positive == 0);
  }
}
