package io.dyad.contrast.wrapper;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Loss;
import io.dyad.api.Spec;
import java.util.Map;

/**
 * Options of {@code weighted-sum}.
 *
 * @param terms what is added up, by name
 */
public record WeightedSumOptions(
    @Doc("the losses that are added up, by name: NAME { loss, weight }") Map<String, Term> terms) {

  /**
   * One of the losses.
   *
   * @param loss the equation
   * @param weight its factor
   */
  public record Term(
      @Doc("a loss, which sees the same rows and pairs as the others") Spec<Loss> loss,
      @Doc("factor in the sum") @Default("1") @Bound("(-inf, inf)") double weight) {}
}
