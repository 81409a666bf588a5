package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.Draws;
import io.dyad.api.Parameters;
import io.dyad.api.Setup;
import io.dyad.api.StepContext;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.toolkit.view.TensorView;
import java.util.Map;

/** View generators that give the right views and behave badly. */
enum WrongViewConduct implements ViewsMistake {
  THREAD_COUNTS(
      "depends on the thread that calls it",
      "repeats_with_the_same_draws_on_any_thread_to_the_bit") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        @Override
        NDArray changed(NDArray noisy, Batch batch, Context context) {
          return noisy.add(Thread.currentThread().getName().length());
        }
      };
    }
  },
  OWN_RANDOMNESS(
      "draws from a random source of its own",
      "repeats_with_the_same_draws_on_any_thread_to_the_bit",
      "makes_the_views_of_a_sample_from_the_sample_alone_as_declared",
      "gives_the_same_next_views_after_its_state_was_restored") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        @Override
        NDArray changed(NDArray noisy, Batch batch, Context context) {
          return noisy.add((float) Math.random());
        }
      };
    }
  },
  DRAWS_FOR_THE_BATCH(
      "draws for the batch instead of for its samples",
      "makes_the_views_of_a_sample_from_the_sample_alone_as_declared") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        @Override
        Draws draws(int index, Batch batch, Context context) {
          return context.draws().at("view", index);
        }
      };
    }
  },
  DECLARED_MIXED(
      "declares that samples are mixed, but they are not",
      "makes_the_views_of_a_sample_from_the_sample_alone_as_declared") {
    @Override
    public boolean samplesAreIndependent() {
      return false;
    }

    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews();
    }
  },
  LABELS_CHANGED("changes the labels of the batch in place", "leaves_the_batch_untouched") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        @Override
        Targets targets(Batch batch) {
          batch.targets().get(Targets.LABEL).addi(1L);
          return batch.targets();
        }
      };
    }
  },
  ARRAYS_KEPT("keeps an array of every step and lets none go", "leaves_no_array_behind") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        @Override
        NDArray changed(NDArray noisy, Batch batch, Context context) {
          context.keep(noisy.duplicate());
          return noisy;
        }
      };
    }
  },
  NONE_FORGOTTEN(
      "fails without saying who on a batch of no samples",
      "takes_one_sample_and_no_sample_or_refuses_none_by_name") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        @Override
        NDArray changed(NDArray noisy, Batch batch, Context context) {
          if (batch.size() == 0) {
            throw new DataException("nothing to do");
          }
          return noisy;
        }
      };
    }
  },
  TRAINED("owns a parameter", "owns_nothing_that_is_trained") {
    @Override
    public ViewGenerator make(Setup setup) {
      NDArray strength = setup.manager().create(1f);
      return new NoisyViews() {
        @Override
        public Parameters parameters() {
          return Parameters.of(Map.of("strength", strength));
        }
      };
    }
  },
  HIDDEN_COUNTER(
      "counts its steps in a field that is not in its state",
      "gives_the_same_next_views_after_its_state_was_restored") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        private int steps;

        @Override
        public void afterStep(StepContext context) {
          steps++;
        }

        @Override
        NDArray changed(NDArray noisy, Batch batch, Context context) {
          return noisy.add(steps);
        }
      };
    }
  },
  BLIND_CAST("takes all samples for a tensor view", "refuses_samples_of_another_kind") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        @Override
        NDArray read(View samples) {
          return ((TensorView) samples).tensor();
        }
      };
    }
  };

  private final Row row;

  WrongViewConduct(String mistake, String... caughtBy) {
    row = Row.of(mistake, caughtBy);
  }

  @Override
  public Row row() {
    return row;
  }
}
