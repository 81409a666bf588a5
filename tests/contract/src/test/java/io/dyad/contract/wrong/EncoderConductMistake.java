package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Context;
import io.dyad.api.Encoder;
import io.dyad.api.Setup;
import io.dyad.api.View;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.toolkit.draws.SeededDraws;
import io.dyad.toolkit.kernel.Scalars;
import io.dyad.toolkit.view.TensorView;
import java.util.Map;

/** Encoders that compute the right thing and behave badly. */
enum EncoderConductMistake implements EncoderMistake {
  OWN_SEED("starts from a seed of its own", "starts_from_parameters_that_follow_from_the_seed") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(((HarnessSetup) setup).with(new SeededDraws(3, setup.manager())));
    }
  },
  DRAWS_IN_EVALUATION(
      "scales features at random in evaluation, too",
      "draws_nothing_and_changes_nothing_in_evaluation") {
    @Override
    public boolean isDeterministicInTraining() {
      return false;
    }

    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        NDArray output(NDArray linear, Context context) {
          return linear.tanh().mul(scales(linear, context));
        }
      };
    }
  },
  COUNTS_IN_EVALUATION(
      "counts calls in its state, in evaluation, too",
      "draws_nothing_and_changes_nothing_in_evaluation") {
    @Override
    public Encoder make(Setup setup) {
      NDArray calls = setup.manager().create(0f);
      return new LinearEncoder(setup) {
        @Override
        public Map<String, NDArray> state() {
          return Map.of("calls", calls);
        }

        @Override
        NDArray output(NDArray linear, Context context) {
          calls.addi(1);
          return linear.tanh();
        }
      };
    }
  },
  DRAWS_UNDECLARED(
      "scales features at random in training and does not say so",
      "moves_no_parameter_in_training_and_draws_only_if_declared") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        NDArray output(NDArray linear, Context context) {
          return context.mode().isTraining()
              ? linear.tanh().mul(scales(linear, context))
              : linear.tanh();
        }
      };
    }
  },
  DECLARED_RANDOM(
      "declares draws in training, but makes none",
      "moves_no_parameter_in_training_and_draws_only_if_declared") {
    @Override
    public boolean isDeterministicInTraining() {
      return false;
    }

    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup);
    }
  },
  THREAD_COUNTS("depends on the thread that calls it", "repeats_on_another_thread_to_the_bit") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        NDArray output(NDArray linear, Context context) {
          return linear.tanh().add(Scalars.of(linear, Thread.currentThread().getName().length()));
        }
      };
    }
  },
  HIDDEN_STATISTICS(
      "keeps running statistics that are not in its state",
      "gives_the_same_next_step_after_its_state_was_restored") {
    @Override
    public Encoder make(Setup setup) {
      NDArray mean = setup.manager().zeros(new Shape(LinearEncoder.WIDTH), setup.dataType());
      return new LinearEncoder(setup) {
        @Override
        NDArray output(NDArray linear, Context context) {
          if (!context.mode().isTraining()) {
            return linear.tanh().sub(mean);
          }
          try (GradientMode ignored = GradientMode.disabled()) {
            mean.set(new NDIndex("..."), linear.mean(new int[] {0}));
          }
          return linear.tanh();
        }
      };
    }
  },
  VIEW_CHANGED("uses the first column of the view as scratch", "leaves_the_view_untouched") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        NDArray read(View view) {
          NDArray rows = super.read(view);
          NDArray used = rows.concat(rows.get(":, :1").zerosLike(), 1).get(":, 1:");
          try (GradientMode ignored = GradientMode.disabled()) {
            rows.set(new NDIndex(":, 0"), 0);
          }
          return used;
        }
      };
    }
  },
  ARRAYS_KEPT("keeps an array of every step and lets none go", "leaves_no_array_behind") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        NDArray output(NDArray linear, Context context) {
          context.keep(linear.stopGradient());
          return linear.tanh();
        }
      };
    }
  },
  BLIND_CAST("takes every view for a tensor view", "refuses_a_view_of_another_kind") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        NDArray read(View view) {
          return ((TensorView) view).tensor();
        }
      };
    }
  };

  private final Row row;

  EncoderConductMistake(String mistake, String... caughtBy) {
    row = Row.of(mistake, caughtBy);
  }

  @Override
  public Row row() {
    return row;
  }

  /** Returns a random factor for each feature, the same for all rows. */
  private static NDArray scales(NDArray linear, Context context) {
    NDArray drawn = context.draws().uniform("scales", new Shape(1, LinearEncoder.WIDTH));
    return drawn.toType(linear.getDataType(), false);
  }
}
