package io.dyad.contract.wrong;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.Context;
import io.dyad.api.DataSource;
import io.dyad.api.Setup;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Data sources that give wrong samples or behave badly. */
enum WrongSource implements SourceMistake {
  WRONG_SIZE("counts a split one too high", "has_the_declared_splits_and_sizes") {
    @Override
    public DataSource make(Setup setup) {
      return new CountingSource() {
        @Override
        public long size(String split) {
          return super.size(split) + (split.equals("test") ? 1 : 0);
        }
      };
    }
  },
  POSITIONS("tells positions in the batch for ids", "gives_every_sample_by_its_id_in_one_form") {
    @Override
    public DataSource make(Setup setup) {
      return new CountingSource() {
        @Override
        long[] batchIds(long[] ids) {
          long[] positions = new long[ids.length];
          Arrays.setAll(positions, i -> i);
          return positions;
        }
      };
    }
  },
  SORTED(
      "gives samples in the order of their ids, whatever was asked",
      "gives_the_same_sample_in_any_batch_and_at_any_time",
      "gives_the_same_samples_to_several_threads_at_once") {
    @Override
    public DataSource make(Setup setup) {
      return new CountingSource() {
        @Override
        double[] values(long[] ids, Context context) {
          long[] sorted = ids.clone();
          Arrays.sort(sorted);
          return super.values(sorted, context);
        }
      };
    }
  },
  AUGMENTS(
      "adds noise that differs from call to call",
      "gives_the_same_sample_in_any_batch_and_at_any_time") {
    @Override
    public DataSource make(Setup setup) {
      return new CountingSource() {
        @Override
        double[] values(long[] ids, Context context) {
          double[] values = super.values(ids, context);
          Shape shape = new Shape(ids.length);
          float[] noise = context.draws().forSamples(ids).uniform("noise", shape).toFloatArray();
          Arrays.setAll(values, i -> values[i] + noise[i]);
          return values;
        }
      };
    }
  },
  SHARED_BUFFER(
      "prepares all batches in one buffer", "gives_the_same_samples_to_several_threads_at_once") {
    @Override
    public DataSource make(Setup setup) {
      return new CountingSource() {
        private volatile double[] buffer = new double[0];

        @Override
        double[] values(long[] ids, Context context) {
          buffer = super.values(ids, context);
          pause();
          return buffer;
        }
      };
    }
  },
  MADE_DIFFERENT("depends on how many were made before", "gives_the_same_samples_when_made_anew") {
    @Override
    public DataSource make(Setup setup) {
      int before = MADE.getAndIncrement();
      return new CountingSource() {
        @Override
        double[] values(long[] ids, Context context) {
          double[] values = super.values(ids, context);
          Arrays.setAll(values, i -> values[i] + before);
          return values;
        }
      };
    }
  },
  FROM_ONE("counts classes from one", "has_labels_in_their_range_and_every_class") {
    @Override
    public DataSource make(Setup setup) {
      return new CountingSource() {
        @Override
        long label(long id) {
          return 1 + super.label(id);
        }
      };
    }
  },
  DECLARED_UNKNOWN(
      "declares unknown labels, but knows them all", "has_labels_in_their_range_and_every_class") {
    @Override
    public boolean knowsEveryLabel() {
      return false;
    }

    @Override
    public DataSource make(Setup setup) {
      return new CountingSource();
    }
  },
  NULL_SPLIT(
      "meets an unknown split with an error of its own making",
      "refuses_an_unknown_split_by_name") {
    @Override
    public DataSource make(Setup setup) {
      return new CountingSource() {
        @Override
        public long size(String split) {
          return Optional.ofNullable(SIZES.get(split)).orElseThrow();
        }
      };
    }
  },
  WRAPPED("takes ids modulo the size", "refuses_an_unknown_id_by_name") {
    @Override
    public DataSource make(Setup setup) {
      return new CountingSource() {
        @Override
        void check(long id, long size) {}
      };
    }
  },
  NO_IDS("fails on no ids", "takes_no_id_or_refuses_it_by_name") {
    @Override
    public DataSource make(Setup setup) {
      return new CountingSource() {
        @Override
        double[] values(long[] ids, Context context) {
          double first = ids[0];
          double[] values = super.values(ids, context);
          values[0] = first;
          return values;
        }
      };
    }
  },
  ARRAYS_KEPT(
      "keeps an array of every batch and lets none go",
      "leaves_the_ids_untouched_and_no_array_behind") {
    @Override
    public DataSource make(Setup setup) {
      return new CountingSource() {
        @Override
        double[] values(long[] ids, Context context) {
          context.keep(context.manager().create(ids));
          return super.values(ids, context);
        }
      };
    }
  };

  private final Row row;

  WrongSource(String mistake, String... caughtBy) {
    row = Row.of(mistake, caughtBy);
  }

  @Override
  public Row row() {
    return row;
  }

  private static final AtomicInteger MADE = new AtomicInteger();
  private static final long PAUSE_MILLISECONDS = 20;

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
