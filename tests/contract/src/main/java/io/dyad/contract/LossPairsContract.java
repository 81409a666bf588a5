package io.dyad.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Pairs;
import io.dyad.contract.check.Numbers;
import io.dyad.contract.harness.PairForms;
import io.dyad.contract.harness.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a loss takes pairs that are not in the form of its own test, as other samplers make them. */
public abstract class LossPairsContract extends LossDeclarations {
  LossPairsContract() {}

  @Test
  void uses_pairs_without_a_contrast_or_refuses_them_by_name() {
    check(
        trial ->
            unlessRefused(
                    ConfigurationException.class,
                    () -> probe(trial).with((pairs, encoded) -> Pairs.of(List.of())).step().total())
                .ifPresent(value -> assertThat(value).isEqualTo(probe(trial).step().total())));
  }

  @Test
  void takes_a_pattern_for_the_weights_it_stands_for() {
    check(
        trial ->
            unlessRefused(
                    ConfigurationException.class,
                    () -> probe(trial).with(PairForms::weights).step().total())
                .ifPresent(
                    weighted ->
                        Numbers.assertSame(
                            "a pattern and its weights",
                            probe(trial).step().total(),
                            weighted,
                            false)));
  }

  @Test
  void has_gradients_for_one_view_against_another() {
    check(
        trial -> {
          LossProbe probe = probe(trial).with(PairForms::oneAgainstOne);
          unlessRefused(ConfigurationException.class, probe::step)
              .ifPresent(step -> probe.assertWholeGradients());
        });
  }

  final LossProbe probe(Trial trial) {
    return new LossProbe(this, trial);
  }
}
