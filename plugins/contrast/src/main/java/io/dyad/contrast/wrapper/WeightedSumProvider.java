package io.dyad.contrast.wrapper;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import java.util.ArrayList;
import java.util.List;

/**
 * Offers {@code weighted-sum}: several losses on the same rows and pairs. Inside another wrapper
 * all of them see what it changes; terms of an objective, which have pairs of their own, do not.
 */
@Stable
public final class WeightedSumProvider implements LossProvider<WeightedSumOptions> {
  @Override
  public String name() {
    return "weighted-sum";
  }

  @Override
  public String summary() {
    return "the weighted sum of losses over the same rows and pairs";
  }

  @Override
  public Class<WeightedSumOptions> options() {
    return WeightedSumOptions.class;
  }

  @Override
  public Loss create(WeightedSumOptions options, Setup setup) {
    if (options.terms().isEmpty()) {
      throw new ConfigurationException(
          setup.name() + ".terms: weighted-sum needs at least one term; add NAME { loss = ... }");
    }
    List<WeightedSum.Term> terms = new ArrayList<>();
    options
        .terms()
        .forEach(
            (name, term) ->
                terms.add(
                    new WeightedSum.Term(name, setup.create(term.loss(), name), term.weight())));
    return new WeightedSum(terms);
  }
}
