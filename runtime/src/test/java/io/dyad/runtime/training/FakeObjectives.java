package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Context;
import io.dyad.api.Contrast;
import io.dyad.api.Data;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Encoded;
import io.dyad.api.EpochContext;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Pairs;
import io.dyad.api.Procedure;
import io.dyad.api.ProcedureProvider;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Stage;
import io.dyad.api.StepContext;
import io.dyad.api.Training;
import io.dyad.toolkit.kernel.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Samplers, losses and procedures whose results are known in closed form. */
public final class FakeObjectives {
  /** What {@link Quadratic} losses were told, in order. */
  static final List<String> CALLS = new ArrayList<>();

  private FakeObjectives() {}

  /** Options of the pairs. */
  public record RowOptions(
      @Doc("the network") @Default("main") String network,
      @Doc("the anchors' view") @Default("view-1") String view,
      @Doc("the keys' view; empty: the bank") @Default("view-2") String key,
      @Doc("the output") @Default("representation") String output,
      @Doc("whether keys come from the twin") @Default("false") boolean twin) {}

  /** Pairs: each anchor with each key. */
  public static final class Everything extends FakeParts.Fake<PairSampler, RowOptions>
      implements PairSamplerProvider<RowOptions> {
    /** Does nothing. */
    public Everything() {
      super("everything", RowOptions.class);
    }

    @Override
    public PairSampler create(RowOptions options, Setup setup) {
      return (encoded, context) -> {
        Rows anchors = Rows.of(options.view(), options.output()).network(options.network());
        Rows keys =
            options.key().isEmpty()
                ? Rows.bank("queue")
                : Rows.of(options.key(), options.output()).network(options.network());
        NDArray ones = context.manager().ones(new Shape(1, 1));
        return Pairs.of(
            Contrast.of(
                List.of(anchors),
                List.of(options.twin() ? keys.target() : keys),
                Relation.of(ones, ones)));
      };
    }
  }

  /** Options of the loss. */
  public record QuadraticOptions(
      @Doc("none, loss, gradient: what is not a number") @Default("none") String broken,
      @Doc("the step in which it is not; -1: each") @Default("-1") long at,
      @Doc("what it asks for: nothing or much") @Default("nothing") String asks,
      @Doc("never, create, start, evaluate: when it objects to its options") @Default("never")
          String objects) {
    void objectIf(String moment) {
      if (objects.equals(moment)) {
        throw new ConfigurationException("asks cannot be " + asks + " when objects is " + moment);
      }
    }
  }

  /** Loss: half the mean over anchors of the squared length, plus zero times the keys. */
  public static final class Quadratic extends FakeParts.Fake<Loss, QuadraticOptions>
      implements LossProvider<QuadraticOptions> {
    /** Does nothing. */
    public Quadratic() {
      super("quadratic", QuadraticOptions.class);
    }

    @Override
    public Loss create(QuadraticOptions options, Setup setup) {
      options.objectIf("create");
      return new QuadraticLoss(options);
    }
  }

  private record QuadraticLoss(QuadraticOptions options) implements Loss {
    @Override
    public Needs needs() {
      return options.asks().equals("much")
          ? Needs.NOTHING
              .views(5)
              .batch(500)
              .output("projection")
              .twin("main")
              .target("mask")
              .bank("queue")
          : Needs.NOTHING;
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      Contrast contrast = pairs.contrasts().get(0);
      NDArray rows = encoded.get(contrast.anchors().get(0));
      NDArray keys = encoded.get(contrast.keys().get(0));
      NDArray squares = rows.square().sum();
      NDArray nothing = keys.sum();
      NDArray total =
          squares
              .div(Scalars.of(squares, 2.0 * rows.getShape().get(0)))
              .add(nothing.mul(Scalars.of(nothing, 0)));
      options.objectIf("evaluate");
      CALLS.add("evaluate");
      boolean now = options.at() < 0 || context.progress().step() == options.at();
      return switch (now ? options.broken() : "none") {
        case "loss" -> LossValue.of(total.mul(Scalars.of(total, Double.NaN)));
        case "gradient" -> LossValue.of(total.add(rows.mul(Scalars.of(rows, 0)).sum().sqrt()));
        default ->
            LossValue.of(total)
                .observe("keys", keys.sum())
                .observe("squares", rows.square().sum(new int[] {1}));
      };
    }

    @Override
    public void start(Data data, Context context) {
      options.objectIf("start");
      CALLS.add("start");
    }

    @Override
    public void onEpochStart(EpochContext context) {
      CALLS.add("epoch " + context.progress().epoch());
    }

    @Override
    public void beforeStep(StepContext context) {
      CALLS.add("before " + context.progress().step());
    }

    @Override
    public void afterStep(StepContext context) {
      CALLS.add("after " + context.progress().step());
    }

    @Override
    public void onEpochEnd(EpochContext context) {
      context.publish("steps", context.manager().create((float) context.progress().step()));
      CALLS.add("end " + context.progress().epoch());
    }

    @Override
    public void close() {
      CALLS.add("close");
    }
  }

  /** Options of the procedure. */
  public record TurnOptions(
      @Doc("phases of a step, in order") @Default("[main]") List<String> phases,
      @Doc("epochs of each stage; none: as configured") @Default("[]") List<Long> stages,
      @Doc("whether a stage begins where the run began") @Default("false") boolean rewinds) {}

  /** Procedure: phases one after another on one encoding, stages of given lengths. */
  public static final class Turns extends FakeParts.Fake<Procedure, TurnOptions>
      implements ProcedureProvider<TurnOptions> {
    /** Does nothing. */
    public Turns() {
      super("turns", TurnOptions.class);
    }

    @Override
    public Procedure create(TurnOptions options, Setup setup) {
      return new Procedure() {
        @Override
        public Stage first() {
          return stage(0);
        }

        @Override
        public void step(Batch batch, Training training) {
          if (options.rewinds() && training.context().progress().step() == 0) {
            training.snapshot("first");
          }
          Encoded encoded = training.encode(batch);
          options.phases().forEach(phase -> training.optimise(phase, encoded));
        }

        @Override
        public Optional<Stage> next(Stage finished, Training training) {
          int next = Integer.parseInt(finished.name()) + 1;
          if (next >= options.stages().size()) {
            return Optional.empty();
          }
          if (options.rewinds()) {
            NDArray weight =
                training
                    .parameters("main.encoder.*")
                    .groups()
                    .values()
                    .iterator()
                    .next()
                    .values()
                    .iterator()
                    .next();
            NDArray mask = weight.onesLike();
            mask.set(new NDIndex("0"), 0);
            training.mask(Map.of("main.encoder.main.weight", mask));
            training.rewind("first");
          }
          return Optional.of(stage(next));
        }

        private Stage stage(int index) {
          Stage stage = Stage.named(Integer.toString(index));
          return options.stages().isEmpty() ? stage : stage.epochs(options.stages().get(index));
        }
      };
    }
  }
}
