package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.JniUtils;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.PairSampler;
import io.dyad.api.Relation;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import io.dyad.api.Targets;
import io.dyad.contract.ProviderContract;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Samplers that do something wrong. */
enum PairsMistake implements Mistake {
  WHOLE_NUMBERS("gives weights of an integer type", "gives_a_weight_to_every_anchor_and_key") {
    @Override
    PairSampler make() {
      return new InBatchWeights() {
        @Override
        NDArray positive(NDArray weights, Encoded encoded, StepContext context) {
          return weights.toType(DataType.INT64, false);
        }
      };
    }
  },
  NEGATIVE_WEIGHT("gives negative weights", "gives_weights_that_are_finite_and_not_negative") {
    @Override
    PairSampler make() {
      return new InBatchWeights() {
        @Override
        NDArray denominator(NDArray weights, Encoded encoded, StepContext context) {
          return weights.neg();
        }
      };
    }
  },
  BLOCKS_FROM_THE_TOP(
      "counts the rows of a block from the first anchor",
      "gives_blocks_that_are_parts_of_the_whole") {
    @Override
    PairSampler make() {
      return new InBatchWeights() {
        @Override
        Relation relation(Relation weights) {
          return new Altered(weights) {
            @Override
            public Block block(long fromRow, long toRow) {
              return weights.block(0, toRow - fromRow);
            }
          };
        }
      };
    }
  },
  ANOTHER_PATTERN(
      "names a pattern that is not the one of its weights",
      "gives_a_pattern_that_agrees_with_its_weights") {
    @Override
    PairSampler make() {
      return new InBatchWeights() {
        @Override
        Relation relation(Relation weights) {
          return new Altered(weights) {
            @Override
            public Optional<Structure> structure() {
              return Optional.of(Structure.of(true, true, false));
            }
          };
        }
      };
    }
  },
  SELF_PAIRS("puts a row into its own denominator", "pairs_a_row_with_itself_only_if_declared") {
    @Override
    PairSampler make() {
      return new InBatchWeights() {
        @Override
        NDArray denominator(NDArray weights, Encoded encoded, StepContext context) {
          return weights.onesLike();
        }
      };
    }
  },
  SELF_PAIRS_DECLARED_IN_VAIN(
      "declares to pair rows with themselves, but does not",
      "pairs_a_row_with_itself_only_if_declared") {
    @Override
    boolean ignoresTheRowItself() {
      return false;
    }

    @Override
    PairSampler make() {
      return new InBatchWeights();
    }
  },
  PLACE_COUNTS(
      "weighs keys by their place in the batch",
      "depends_on_the_order_of_samples_only_if_declared") {
    @Override
    PairSampler make() {
      return new InBatchWeights() {
        @Override
        NDArray denominator(NDArray weights, Encoded encoded, StepContext context) {
          long keys = weights.getShape().get(1);
          return weights.mul(weights.getManager().arange(1f, keys + 1f));
        }
      };
    }
  },
  SOFT_WEIGHTS("lets a gradient through its weights", "lets_no_gradient_through") {
    @Override
    PairSampler make() {
      return new InBatchWeights() {
        @Override
        NDArray denominator(NDArray weights, Encoded encoded, StepContext context) {
          NDArray products = products(encoded);
          return products.square().mul(weights.toType(products.getDataType(), false));
        }
      };
    }
  },
  NEEDS_LEFT_OUT(
      "finds no positive in one sample, and does not say that it needs two",
      "gives_pairs_from_the_smallest_batch") {
    @Override
    PairSampler make() {
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
    PairSampler make() {
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
    PairSampler make() {
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
    PairSampler make() {
      return times(Math::random);
    }
  },
  THREAD_COUNTS("depends on the thread that calls it", "repeats_on_another_thread_to_the_bit") {
    @Override
    PairSampler make() {
      return times(() -> Thread.currentThread().getName().length());
    }
  },
  ENGINE_THREADS_COUNT(
      "depends on the number of engine threads", "repeats_with_two_engine_threads_up_to_rounding") {
    @Override
    PairSampler make() {
      return times(JniUtils::getNumThreads);
    }
  },
  TARGETS_CHANGED("changes the labels in place", "leaves_rows_and_targets_untouched") {
    @Override
    PairSampler make() {
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
    PairSampler make() {
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
    PairSampler make() {
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

  private final String mistake;
  private final List<String> caughtBy;

  PairsMistake(String mistake, String... caughtBy) {
    this.mistake = mistake;
    this.caughtBy = List.of(caughtBy);
  }

  abstract PairSampler make();

  boolean ignoresTheRowItself() {
    return true;
  }

  @Override
  public String contract() {
    return "PairSampler";
  }

  @Override
  public String mistake() {
    return mistake;
  }

  @Override
  public List<String> caughtBy() {
    return caughtBy;
  }

  @Override
  public Class<? extends ProviderContract<?>> asSubject() {
    WrongPairsContract.subject = this;
    return WrongPairsContract.class;
  }

  private static PairSampler times(DoubleSupplier factor) {
    return new InBatchWeights() {
      @Override
      NDArray denominator(NDArray weights, Encoded encoded, StepContext context) {
        return weights.mul(factor.getAsDouble());
      }
    };
  }

  /** A relation of which one thing is changed. */
  private static class Altered implements Relation {
    private final Relation right;

    Altered(Relation right) {
      this.right = right;
    }

    @Override
    public Optional<Structure> structure() {
      return right.structure();
    }

    @Override
    public Block block(long fromRow, long toRow) {
      return right.block(fromRow, toRow);
    }
  }
}
