package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.PairSampler;
import io.dyad.api.StepContext;
import io.dyad.api.Targets;
import java.util.function.DoubleSupplier;

/** Samplers that give right pairs and behave badly. */
enum PairsConductMistake implements PairsMistake {
  NEEDS_LEFT_OUT(
      "finds no positive in one sample, and does not say that it needs two",
      "gives_pairs_from_the_smallest_batch") {
    @Override
    public PairSampler make() {
      return new InBatchWeights() {
        @Override
        NDArray positive(NDArray weights, Encoded encoded, StepContext context) {
          return encoded.batch().size() == 1 ? weights.zerosLike() : weights;
        }
      };
    }
  },
  NEEDS_TOO_MUCH(
      "asks for three samples, but two have positives and negatives",
      "refuses_a_batch_below_the_smallest") {
    @Override
    public PairSampler make() {
      return new InBatchWeights() {
        @Override
        public Needs needs() {
          return Needs.NOTHING.batch(3);
        }
      };
    }
  },
  NAN_AS_FAR("takes a product of NaN for a small one", "does_not_decide_on_what_is_not_a_number") {
    @Override
    public PairSampler make() {
      return new InBatchWeights() {
        @Override
        NDArray denominator(NDArray weights, Encoded encoded, StepContext context) {
          NDArray near = products(encoded).stopGradient().gt(-1);
          return weights.mul(near.toType(weights.getDataType(), false));
        }
      };
    }
  },
  OWN_RANDOMNESS(
      "draws from a random source of its own",
      "repeats_with_the_same_seed_to_the_bit",
      "repeats_on_another_thread_to_the_bit",
      "repeats_with_two_engine_threads_up_to_rounding",
      "depends_on_the_order_of_samples_only_if_declared",
      "does_not_decide_on_what_is_not_a_number",
      "gives_the_same_next_step_after_its_state_was_restored") {
    @Override
    public PairSampler make() {
      return times(Math::random);
    }
  },
  THREAD_COUNTS("depends on the thread that calls it", "repeats_on_another_thread_to_the_bit") {
    @Override
    public PairSampler make() {
      return times(() -> Thread.currentThread().getName().length());
    }
  },
  ENGINE_THREADS_COUNT(
      "depends on the number of engine threads", "repeats_with_two_engine_threads_up_to_rounding") {
    @Override
    public PairSampler make() {
      return times(JniUtils::getNumThreads);
    }
  },
  TARGETS_CHANGED("changes the labels in place", "leaves_rows_and_targets_untouched") {
    @Override
    public PairSampler make() {
      return new InBatchWeights() {
        @Override
        NDArray positive(NDArray weights, Encoded encoded, StepContext context) {
          encoded.batch().targets().get(Targets.LABEL).muli(2);
          return weights;
        }
      };
    }
  },
  ARRAYS_KEPT("keeps an array of every step and lets none go", "leaves_no_array_behind") {
    @Override
    public PairSampler make() {
      return new InBatchWeights() {
        @Override
        NDArray positive(NDArray weights, Encoded encoded, StepContext context) {
          context.keep(weights.duplicate());
          return weights;
        }
      };
    }
  },
  HIDDEN_COUNTER(
      "counts its steps in a field that is not in its state",
      "gives_the_same_next_step_after_its_state_was_restored") {
    @Override
    public PairSampler make() {
      return new InBatchWeights() {
        private int steps;

        @Override
        NDArray denominator(NDArray weights, Encoded encoded, StepContext context) {
          steps++;
          return weights.mul(steps);
        }
      };
    }
  };

  private final Row row;

  PairsConductMistake(String mistake, String... caughtBy) {
    row = Row.of(mistake, caughtBy);
  }

  @Override
  public Row row() {
    return row;
  }

  private static PairSampler times(DoubleSupplier factor) {
    return new InBatchWeights() {
      @Override
      NDArray denominator(NDArray weights, Encoded encoded, StepContext context) {
        return weights.mul(factor.getAsDouble());
      }
    };
  }
}
