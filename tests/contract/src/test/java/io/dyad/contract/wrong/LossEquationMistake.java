package io.dyad.contract.wrong;

import static io.dyad.contract.wrong.AlignedLoss.SECOND;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Loss;
import io.dyad.api.Parameters;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import io.dyad.toolkit.kernel.Scalars;
import java.util.Map;
import java.util.Set;

/** Losses that compute something wrong. */
enum LossEquationMistake implements LossMistake {
  HALF_A_GRADIENT(
      "stops the gradient of one factor, so that the value is right and half the gradient missing",
      "has_gradients_that_agree_with_central_differences",
      "has_gradients_for_one_view_against_another") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        NDArray equation(NDArray first, NDArray second) {
          NDArray half = Scalars.of(first, 0.5);
          NDArray right = distances(first, second).mean().mul(half);
          return right.add(right.stopGradient());
        }
      };
    }
  },
  DETACHED_PARAMETER(
      "uses a parameter without a gradient to it",
      "has_gradients_that_agree_with_central_differences",
      "has_gradients_for_one_view_against_another") {
    @Override
    public Loss make(Setup setup) {
      NDArray bias = setup.manager().ones(new Shape(), setup.dataType());
      return new AlignedLoss() {
        @Override
        public Parameters parameters() {
          return Parameters.of(Map.of("bias", bias));
        }

        @Override
        NDArray equation(NDArray first, NDArray second) {
          return super.equation(first, second).add(bias.stopGradient());
        }
      };
    }
  },
  VALUE_A_SAMPLE(
      "returns its value in an array of shape (1)",
      "gives_scalars_in_the_type_and_on_the_device_of_the_rows") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        NDArray equation(NDArray first, NDArray second) {
          return super.equation(first, second).expandDims(0);
        }
      };
    }
  },
  OVERFLOW_IN_FLOAT32(
      "takes exponentials of large numbers without subtracting the largest",
      "gives_finite_values_and_gradients") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        NDArray equation(NDArray first, NDArray second) {
          NDArray sharp = Scalars.of(first, 300);
          return products(first, second).mul(sharp).exp().log().div(sharp).mean().neg();
        }
      };
    }
  },
  ROOT_OF_ZERO(
      "takes the square root of a distance that may be zero",
      "stays_finite_when_all_views_are_alike") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        NDArray equation(NDArray first, NDArray second) {
          return first.sub(second).square().sum(new int[] {1}).sqrt().mean();
        }
      };
    }
  },
  FIRST_VIEW_PREFERRED(
      "treats its two views differently", "depends_on_the_order_of_views_only_if_declared") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        NDArray equation(NDArray first, NDArray second) {
          return super.equation(first, second).add(first.get(":, 0").square().mean());
        }
      };
    }
  },
  POSITION_COUNTS(
      "weighs samples by their place in the batch",
      "depends_on_the_order_of_samples_only_if_declared") {
    @Override
    public Sharding sharding() {
      return Sharding.WHOLE_BATCH;
    }

    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        NDArray equation(NDArray first, NDArray second) {
          NDArray all = distances(first, second);
          long count = all.size();
          NDArray places = all.getManager().arange(1f, count + 1f).toType(all.getDataType(), true);
          return all.mul(places).mean();
        }
      };
    }
  },
  RAW_ROWS(
      "forgets to scale rows to unit length", "depends_on_the_length_of_rows_only_if_declared") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        NDArray total(NDArray first, NDArray second) {
          return equation(first, second);
        }
      };
    }
  },
  LENGTH_DECLARED_IN_VAIN(
      "declares that the length of rows counts, but it does not",
      "depends_on_the_length_of_rows_only_if_declared") {
    @Override
    public Set<Symmetry> broken() {
      return Set.of(Symmetry.LENGTH_OF_ROWS);
    }

    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss();
    }
  },
  SUM_FOR_MEAN("adds up where it declares a mean", "gives_halves_of_a_batch_as_declared") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        NDArray equation(NDArray first, NDArray second) {
          return distances(first, second).sum();
        }
      };
    }
  },
  BATCH_DECLARED_IN_VAIN(
      "declares that samples see each other, but they do not",
      "gives_halves_of_a_batch_as_declared") {
    @Override
    public Sharding sharding() {
      return Sharding.WHOLE_BATCH;
    }

    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss();
    }
  },
  NUMBER_IN_THE_GRAPH(
      "multiplies by a plain Java number, whose memory DJL lets go of",
      "keeps_its_gradients_through_a_garbage_collection") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        NDArray equation(NDArray first, NDArray second) {
          return super.equation(first, second).mul(0.5f);
        }
      };
    }
  },
  GRADIENT_WHERE_STOPPED(
      "sends a gradient where it claims to stop it",
      "gives_no_gradient_to_rows_declared_as_stopped") {
    @Override
    public Set<Rows> stopped() {
      return Set.of(SECOND);
    }

    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss();
    }
  },
  STOPPED_BUT_UNREAD(
      "claims to stop the gradient of rows that it does not read",
      "reads_the_rows_declared_as_stopped") {
    @Override
    public Set<Rows> stopped() {
      return Set.of(SECOND);
    }

    @Override
    public Set<Symmetry> broken() {
      return Set.of(Symmetry.ORDER_OF_VIEWS);
    }

    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        NDArray equation(NDArray first, NDArray second) {
          return first.get(":, 0").square().mean();
        }
      };
    }
  };

  private final Row row;

  LossEquationMistake(String mistake, String... caughtBy) {
    row = Row.of(mistake, caughtBy);
  }

  @Override
  public Row row() {
    return row;
  }
}
