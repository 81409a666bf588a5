package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Setup;
import io.dyad.api.StepContext;
import io.dyad.api.Targets;
import io.dyad.contract.Sharding;
import io.dyad.toolkit.kernel.Scalars;
import java.util.function.ToDoubleFunction;

/** Losses that compute the right thing and behave badly. */
enum LossConductMistake implements LossMistake {
  NEEDS_LEFT_OUT(
      "has nothing to say of one sample, and does not say that it needs two",
      "teaches_from_the_smallest_batch") {
    @Override
    public Sharding sharding() {
      return Sharding.WHOLE_BATCH;
    }

    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        NDArray equation(NDArray first, NDArray second) {
          return super.equation(centred(first), centred(second));
        }
      };
    }
  },
  NEEDS_TOO_MUCH(
      "asks for three samples, but learns from two", "refuses_a_batch_below_the_smallest") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        public Needs needs() {
          return Needs.NOTHING.batch(3);
        }
      };
    }
  },
  NAMELESS_REFUSAL(
      "refuses a batch that is too small by an error that does not name it",
      "refuses_a_batch_below_the_smallest") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        public Needs needs() {
          return Needs.NOTHING.batch(2);
        }

        @Override
        NDArray equation(NDArray first, NDArray second) {
          if (first.getShape().get(0) < 2) {
            throw new IllegalArgumentException("too few");
          }
          return super.equation(first, second);
        }
      };
    }
  },
  NAN_HIDDEN("replaces NaN by zero", "does_not_hide_what_is_not_a_number") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        NDArray equation(NDArray first, NDArray second) {
          NDArray all = distances(first, second);
          return NDArrays.where(all.isNaN(), all.zerosLike(), all).mean();
        }
      };
    }
  },
  OWN_RANDOMNESS(
      "draws from a random source of its own",
      "repeats_with_the_same_seed_to_the_bit",
      "repeats_on_another_thread_to_the_bit",
      "repeats_with_two_engine_threads_up_to_rounding",
      "gives_the_same_next_step_after_its_state_was_restored") {
    @Override
    public Loss make(Setup setup) {
      return observing(total -> Math.random());
    }
  },
  THREAD_COUNTS("depends on the thread that calls it", "repeats_on_another_thread_to_the_bit") {
    @Override
    public Loss make(Setup setup) {
      return observing(total -> Thread.currentThread().getName().length());
    }
  },
  ENGINE_THREADS_COUNT(
      "depends on the number of engine threads", "repeats_with_two_engine_threads_up_to_rounding") {
    @Override
    public Loss make(Setup setup) {
      return observing(total -> JniUtils.getNumThreads());
    }
  },
  TARGETS_CHANGED("changes the labels in place", "leaves_rows_and_targets_untouched") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        LossValue value(NDArray total, Encoded encoded, Pairs pairs, StepContext context) {
          encoded.batch().targets().get(Targets.LABEL).muli(2);
          return LossValue.of(total);
        }
      };
    }
  },
  ARRAYS_KEPT("keeps an array of every step and lets none go", "leaves_no_array_behind") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        @Override
        LossValue value(NDArray total, Encoded encoded, Pairs pairs, StepContext context) {
          context.keep(total.stopGradient());
          return LossValue.of(total);
        }
      };
    }
  },
  HIDDEN_COUNTER(
      "counts its steps in a field that is not in its state",
      "gives_the_same_next_step_after_its_state_was_restored") {
    @Override
    public Loss make(Setup setup) {
      return new AlignedLoss() {
        private int steps;

        @Override
        public void afterStep(StepContext context) {
          steps++;
        }

        @Override
        NDArray equation(NDArray first, NDArray second) {
          NDArray total = super.equation(first, second);
          return total.mul(Scalars.of(total, 1 + steps));
        }
      };
    }
  },
  FORGOTTEN_PARAMETER(
      "does not return its random initial values as parameters or state",
      "gives_the_same_next_step_after_its_state_was_restored") {
    @Override
    public Loss make(Setup setup) {
      NDArray drawn = setup.draws().uniform("bias", new Shape());
      NDArray bias = drawn.toType(setup.dataType(), false);
      return new AlignedLoss() {
        @Override
        NDArray equation(NDArray first, NDArray second) {
          return super.equation(first, second).add(bias);
        }
      };
    }
  };

  private final Row row;

  LossConductMistake(String mistake, String... caughtBy) {
    row = Row.of(mistake, caughtBy);
  }

  @Override
  public Row row() {
    return row;
  }

  private static NDArray centred(NDArray rows) {
    return rows.sub(rows.mean(new int[] {0}, true));
  }

  private static Loss observing(ToDoubleFunction<NDArray> figure) {
    return new AlignedLoss() {
      @Override
      LossValue value(NDArray total, Encoded encoded, Pairs pairs, StepContext context) {
        return LossValue.of(total)
            .observe("figure", Scalars.of(total, figure.applyAsDouble(total)));
      }
    };
  }
}
