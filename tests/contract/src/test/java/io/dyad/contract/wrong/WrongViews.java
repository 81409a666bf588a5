package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Draws;
import io.dyad.api.Setup;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.draws.SeededDraws;

/** View generators whose views are wrong. */
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
  };

  private final Row row;

  WrongViews(String mistake, String... caughtBy) {
    row = Row.of(mistake, caughtBy);
  }

  @Override
  public Row row() {
    return row;
  }
}
