package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.Draws;
import io.dyad.api.Parameters;
import io.dyad.api.Setup;
import io.dyad.api.StepContext;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.draws.SeededDraws;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.Map;

/** View generators that do one thing wrong. */
enum WrongViews implements ViewsMistake {
  TAG_MISSING("forgets the tags", "gives_the_declared_views") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        @Override
        public Views generate(Batch batch, Context context) {
          return Views.of(
              super.generate(batch, context).all().stream()
                  .map(view -> TaggedView.of(view.name(), view.view(), view.targets()))
                  .toList());
        }
      };
    }
  },
  PLAIN_FLAT(
      "flattens the plain view", "gives_the_declared_plain_view_without_draws_and_twice_the_same") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        @Override
        NDArray plainly(NDArray images) {
          return images.reshape(images.getShape().get(0), images.getShape().slice(1).size());
        }
      };
    }
  },
  PLAIN_RANDOM(
      "gives a random view as the plain one",
      "gives_the_declared_plain_view_without_draws_and_twice_the_same",
      "makes_the_plain_view_of_a_sample_from_the_sample_alone",
      "stays_finite_and_in_its_range",
      "leaves_the_batch_untouched") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        @Override
        public View plain(Batch batch, Context context) {
          return generate(batch, context).get("view-1").view();
        }
      };
    }
  },
  TARGETS_LOST("forgets the targets", "gives_the_targets_of_each_view_row_by_row") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        @Override
        Targets targets(Batch batch) {
          return Targets.NONE;
        }
      };
    }
  },
  DECLARED_CHANGED(
      "declares that it changes targets, but does not",
      "gives_the_targets_of_each_view_row_by_row") {
    @Override
    public boolean keepsTargets() {
      return false;
    }

    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews();
    }
  },
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
  SAME_EVERY_STEP(
      "draws from the same seed in every step",
      "differs_from_step_to_step_and_from_view_to_view_as_declared") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        @Override
        Draws draws(int index, Batch batch, Context context) {
          return new SeededDraws(index, context.manager()).forSamples(batch.ids());
        }
      };
    }
  },
  SAME_VIEWS(
      "gives the draws of the first view to the second",
      "differs_from_step_to_step_and_from_view_to_view_as_declared") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        @Override
        Draws draws(int index, Batch batch, Context context) {
          return super.draws(0, batch, context);
        }
      };
    }
  },
  DECLARED_STEADY(
      "declares not to be random, but is",
      "differs_from_step_to_step_and_from_view_to_view_as_declared") {
    @Override
    public boolean isRandom() {
      return false;
    }

    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews();
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
  PLAIN_CENTRED(
      "subtracts the mean of the batch in the plain view",
      "makes_the_plain_view_of_a_sample_from_the_sample_alone") {
    @Override
    public ViewGenerator make(Setup setup) {
      return new NoisyViews() {
        @Override
        NDArray plainly(NDArray images) {
          return images.sub(images.mean());
        }
      };
    }
  },
  OUT_OF_RANGE("leaves the range that it declares", "stays_finite_and_in_its_range") {
    @Override
    public double highest() {
      return 1;
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

  private final String mistake;
  private final List<String> caughtBy;

  WrongViews(String mistake, String... caughtBy) {
    this.mistake = mistake;
    this.caughtBy = List.of(caughtBy);
  }

  @Override
  public String mistake() {
    return mistake;
  }

  @Override
  public List<String> caughtBy() {
    return caughtBy;
  }
}
