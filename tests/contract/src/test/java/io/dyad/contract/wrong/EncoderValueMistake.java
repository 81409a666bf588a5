package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Context;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.Mode;
import io.dyad.api.Needs;
import io.dyad.api.Setup;
import io.dyad.api.View;

/** Encoders whose numbers are wrong. */
enum EncoderValueMistake implements EncoderMistake {
  EXTRA_OUTPUT("gives an output that is not declared", "gives_the_declared_outputs") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        public Embeddings encode(View view, Context context) {
          Embeddings embeddings = super.encode(view, context);
          return embeddings.with("features", embeddings.get(Embeddings.REPRESENTATION));
        }
      };
    }
  },
  ONE_ROW(
      "gives one row for the whole view",
      "gives_one_row_for_each_row_of_the_view",
      "gives_halves_of_a_batch_as_declared") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        NDArray output(NDArray linear, Context context) {
          return linear.tanh().mean(new int[] {0}, true);
        }
      };
    }
  },
  OTHER_TYPE(
      "computes in float64 where float32 is asked for",
      "computes_in_the_type_and_on_the_device_of_its_setup") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        NDArray output(NDArray linear, Context context) {
          return linear.tanh().toType(DataType.FLOAT64, false);
        }
      };
    }
  },
  DECLARED_SINGLE(
      "declares that it cannot compute in float64, but it can",
      "computes_in_the_type_and_on_the_device_of_its_setup") {
    @Override
    public boolean runsInFloat64() {
      return false;
    }

    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup);
    }
  },
  INFINITE(
      "masks a score with infinity",
      "gives_finite_numbers",
      "has_gradients_that_agree_with_central_differences",
      "gives_halves_of_a_batch_as_declared") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        NDArray output(NDArray linear, Context context) {
          NDArray rows = linear.tanh();
          NDArray mask = rows.get(":, :1").onesLike().mul(Float.NEGATIVE_INFINITY);
          return NDArrays.concat(new NDList(rows, mask), 1);
        }
      };
    }
  },
  HALF_A_GRADIENT(
      "stops the gradient of one branch", "has_gradients_that_agree_with_central_differences") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        NDArray output(NDArray linear, Context context) {
          return linear.tanh().add(linear.stopGradient().sin());
        }
      };
    }
  },
  SPARE_PARAMETER("has a parameter that it does not use", "gives_a_gradient_to_every_parameter") {
    @Override
    public Encoder make(Setup setup) {
      LinearEncoder encoder = new LinearEncoder(setup);
      encoder.put("spare", new Shape(2), setup);
      return encoder;
    }
  },
  DECLARED_UNREACHED(
      "declares a parameter without a gradient that gets one",
      "gives_a_gradient_to_every_parameter") {
    @Override
    public boolean getsGradient(String parameter) {
      return !parameter.endsWith("bias");
    }

    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup);
    }
  },
  BATCH_COUNTS(
      "subtracts the mean of the batch and does not say so",
      "gives_halves_of_a_batch_as_declared") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        NDArray output(NDArray linear, Context context) {
          return linear.sub(linear.tanh().mean(new int[] {0}, true));
        }
      };
    }
  },
  DECLARED_DEPENDENT(
      "declares that rows depend on each other, but they do not",
      "gives_halves_of_a_batch_as_declared") {
    @Override
    public boolean rowsAreIndependent(Mode mode) {
      return !mode.isTraining();
    }

    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup);
    }
  },
  SQUEEZED(
      "squeezes away a batch of one",
      "takes_one_row_in_evaluation_and_refuses_too_few_in_training_or_stays_finite") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        NDArray output(NDArray linear, Context context) {
          return linear.getShape().get(0) == 1 ? linear.tanh().squeeze(0) : linear.tanh();
        }
      };
    }
  },
  NAN_BELOW(
      "asks for two rows in training and gives NaN for one",
      "takes_one_row_in_evaluation_and_refuses_too_few_in_training_or_stays_finite") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        public Needs needs() {
          return Needs.NOTHING.batch(2);
        }

        @Override
        NDArray output(NDArray linear, Context context) {
          boolean one = context.mode().isTraining() && linear.getShape().get(0) < 2;
          return one ? linear.mul(Float.NaN) : linear.tanh();
        }
      };
    }
  },
  NAN_HIDDEN("replaces NaN by zero", "does_not_hide_what_is_not_a_number") {
    @Override
    public Encoder make(Setup setup) {
      return new LinearEncoder(setup) {
        @Override
        NDArray output(NDArray linear, Context context) {
          NDArray rows = linear.tanh();
          return NDArrays.where(rows.isNaN(), rows.zerosLike(), rows);
        }
      };
    }
  };

  private final Row row;

  EncoderValueMistake(String mistake, String... caughtBy) {
    row = Row.of(mistake, caughtBy);
  }

  @Override
  public Row row() {
    return row;
  }
}
