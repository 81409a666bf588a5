package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Procedure;
import io.dyad.api.Setup;
import io.dyad.api.Stage;
import io.dyad.api.Targets;
import io.dyad.api.Training;
import io.dyad.toolkit.view.TensorView;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Procedures that do one thing wrong. */
enum WrongProcedure implements ProcedureMistake {
  OTHER_FIRST("starts with another stage each time it is asked", "has_a_first_stage_with_a_name") {
    @Override
    public Procedure make(Setup setup) {
      return new TwoStages(setup) {
        private int asked;

        @Override
        public Stage first() {
          return super.first().epochs(++asked);
        }
      };
    }
  },
  NO_EPOCHS("has a stage of no epochs", "has_stages_with_names_and_ends") {
    @Override
    public Procedure make(Setup setup) {
      return new TwoStages(setup) {
        @Override
        Stage second() {
          return super.second().epochs(0);
        }
      };
    }
  },
  ENDLESS("never comes to an end", "comes_to_an_end") {
    @Override
    public Procedure make(Setup setup) {
      return new TwoStages(setup) {
        @Override
        public Optional<Stage> next(Stage finished, Training training) {
          return Optional.of(second());
        }
      };
    }
  },
  OTHER_PHASE(
      "optimises a phase that it does not declare", "optimises_the_declared_phases_in_every_step") {
    @Override
    public Procedure make(Setup setup) {
      return new TwoStages(setup) {
        @Override
        String phase() {
          return "critic";
        }
      };
    }
  },
  OTHER_BATCH("encodes the first sample only", "encodes_the_batch_it_is_given") {
    @Override
    public Procedure make(Setup setup) {
      return new TwoStages(setup) {
        @Override
        public void step(Batch batch, Training training) {
          NDArray first = batch.samples().tensors().get(0).get(":1");
          long[] id = {batch.ids()[0] + 1};
          super.step(Batch.of(id, TensorView.of(first), Targets.NONE), training);
        }
      };
    }
  },
  THREAD_COUNTS("depends on the thread that calls it", "repeats_with_the_same_seed_on_any_thread") {
    @Override
    public Procedure make(Setup setup) {
      return new TwoStages(setup) {
        @Override
        Stage second() {
          return Stage.named(Thread.currentThread().getName());
        }
      };
    }
  },
  HIDDEN_COUNTER(
      "counts its steps in a field that is not in its state",
      "goes_on_as_before_after_its_state_was_restored_at_any_moment") {
    @Override
    public Procedure make(Setup setup) {
      return new TwoStages(setup) {
        private int hidden;

        @Override
        public void step(Batch batch, Training training) {
          super.step(batch, training);
          if (hidden++ == 2) {
            training.snapshot("third step");
          }
        }
      };
    }
  },
  ANSWERS_ONCE("says what follows a stage only once", "decides_what_follows_from_its_state_alone") {
    @Override
    public Procedure make(Setup setup) {
      return new TwoStages(setup) {
        private final Set<String> answered = new HashSet<>();

        @Override
        public Optional<Stage> next(Stage finished, Training training) {
          return answered.add(finished.name())
              ? super.next(finished, training)
              : Optional.of(Stage.named("again"));
        }
      };
    }
  },
  LABELS_CHANGED(
      "changes the labels of the batch in place",
      "leaves_the_batch_untouched_and_no_array_behind") {
    @Override
    public Procedure make(Setup setup) {
      return new TwoStages(setup) {
        @Override
        public void step(Batch batch, Training training) {
          batch.targets().get(Targets.LABEL).addi(1L);
          super.step(batch, training);
        }
      };
    }
  };

  private final Row row;

  WrongProcedure(String mistake, String... caughtBy) {
    row = Row.of(mistake, caughtBy);
  }

  @Override
  public Row row() {
    return row;
  }
}
