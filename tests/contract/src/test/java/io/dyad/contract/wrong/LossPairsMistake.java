package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.StepContext;
import io.dyad.toolkit.kernel.Scalars;

/** Losses that work with the pairs of one sampler only. */
enum LossPairsMistake implements LossMistake {
  FIRST_CONTRAST_TAKEN(
      "takes the first contrast without asking whether there is one",
      "uses_pairs_without_a_contrast_or_refuses_them_by_name") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        LossValue value(NDArray total, Encoded encoded, Pairs pairs, StepContext context) {
          double anchors = pairs.contrasts().get(0).anchors().size();
          return LossValue.of(total.mul(Scalars.of(total, anchors)));
        }
      };
    }
  },
  PATTERN_READ_ALONE(
      "adds something where pairs have weights and no pattern",
      "takes_a_pattern_for_the_weights_it_stands_for") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        LossValue value(NDArray total, Encoded encoded, Pairs pairs, StepContext context) {
          long weighted =
              pairs.contrasts().stream()
                  .filter(each -> each.relation().structure().isEmpty())
                  .count();
          return LossValue.of(total.add(Scalars.of(total, weighted)));
        }
      };
    }
  },
  LIST_OF_ONE(
      "stacks a list of one array by DJL's concat, which drops its gradient",
      "has_gradients_for_one_view_against_another") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
          return LossValue.of(
              equation(unit(rows(encoded, pairs, FIRST)), unit(rows(encoded, pairs, SECOND))));
        }
      };
    }
  };

  private final Row row;

  LossPairsMistake(String mistake, String... caughtBy) {
    row = Row.of(mistake, caughtBy);
  }

  @Override
  public Row row() {
    return row;
  }

  /** Returns rows as a stack of as many as the contrasts have views among their anchors. */
  private static NDArray rows(Encoded encoded, Pairs pairs, Rows address) {
    NDArray rows = encoded.get(address);
    boolean single = pairs.contrasts().stream().allMatch(each -> each.anchors().size() == 1);
    return single ? NDArrays.concat(new NDList(rows), 0) : rows;
  }
}
