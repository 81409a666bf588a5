package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Encoded;
import io.dyad.api.PairSampler;
import io.dyad.api.Relation;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import java.util.Optional;

/** Samplers that give wrong pairs. */
enum PairsContentMistake implements PairsMistake {
  WHOLE_NUMBERS("gives weights of an integer type", "gives_a_weight_to_every_anchor_and_key") {
    @Override
    public PairSampler make() {
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
    public PairSampler make() {
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
    public PairSampler make() {
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
    public PairSampler make() {
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
    public PairSampler make() {
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
    public boolean ignoresTheRowItself() {
      return false;
    }

    @Override
    public PairSampler make() {
      return new InBatchWeights();
    }
  },
  PLACE_COUNTS(
      "weighs keys by their place in the batch",
      "depends_on_the_order_of_samples_only_if_declared") {
    @Override
    public PairSampler make() {
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
    public PairSampler make() {
      return new InBatchWeights() {
        @Override
        NDArray denominator(NDArray weights, Encoded encoded, StepContext context) {
          NDArray products = products(encoded);
          return products.square().mul(weights.toType(products.getDataType(), false));
        }
      };
    }
  };

  private final Row row;

  PairsContentMistake(String mistake, String... caughtBy) {
    row = Row.of(mistake, caughtBy);
  }

  @Override
  public Row row() {
    return row;
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
