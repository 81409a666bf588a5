package io.dyad.contract.wrong;

import java.util.Arrays;
import java.util.stream.Stream;

/** All wrong subjects, in the order of the table. */
final class Mistakes {
  private Mistakes() {}

  static Stream<Mistake> all() {
    return Stream.<Mistake[]>of(
            ProviderMistake.values(),
            LossEquationMistake.values(),
            LossPairsMistake.values(),
            LossConductMistake.values(),
            PairsContentMistake.values(),
            PairsConductMistake.values(),
            EncoderValueMistake.values(),
            EncoderConductMistake.values(),
            WrongViews.values(),
            WrongViewConduct.values(),
            WrongSource.values(),
            WrongOrder.values(),
            WrongEvaluator.values(),
            WrongProcedure.values())
        .flatMap(Arrays::stream);
  }
}
