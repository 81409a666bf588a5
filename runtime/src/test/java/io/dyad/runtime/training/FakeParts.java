package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Contrast;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.EpochContext;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.Procedure;
import io.dyad.api.ProcedureProvider;
import io.dyad.api.Provider;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Stage;
import io.dyad.api.StepContext;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.Training;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.ViewGeneratorProvider;
import io.dyad.api.Views;
import io.dyad.toolkit.view.TensorView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Small parts whose results are known in closed form. */
public final class FakeParts {
  /** What {@link Quadratic} losses were told, in order. */
  static final List<String> CALLS = new ArrayList<>();

  private FakeParts() {}

  private abstract static class Fake<T, O extends Record> implements Provider<T, O> {
    private final String name;
    private final Class<O> options;

    Fake(String name, Class<O> options) {
      this.name = name;
      this.options = options;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String summary() {
      return "a fake";
    }

    @Override
    public Class<O> options() {
      return options;
    }
  }

  /** Returns sample {@code id} of {@link Points}. */
  static float[] point(long id, int width) {
    float[] point = new float[width];
    for (int i = 0; i < width; i++) {
      point[i] = (float) Math.sin(1 + id * width + i);
    }
    return point;
  }

  /** Options of the data. */
  public record PointOptions(
      @Doc("samples") @Default("8") int size,
      @Doc("numbers a sample") @Default("3") int width,
      @Doc("an id that cannot be read; -1: none") @Default("-1") long broken) {}

  /** Data: points by a formula of their ids. */
  public static final class Points extends Fake<DataSource, PointOptions>
      implements DataSourceProvider<PointOptions> {
    /** Does nothing. */
    public Points() {
      super("points", PointOptions.class);
    }

    @Override
    public DataSource create(PointOptions options, Setup setup) {
      return new DataSource() {
        @Override
        public Set<String> splits() {
          return Set.of(Data.TRAIN, Data.TEST);
        }

        @Override
        public long size(String split) {
          return options.size();
        }

        @Override
        public Batch fetch(String split, long[] ids, Context context) {
          NDArray values =
              context.manager().create(new Shape(ids.length, options.width()), DataType.FLOAT32);
          for (int i = 0; i < ids.length; i++) {
            if (ids[i] == options.broken()) {
              throw new DataException("sample " + ids[i] + " cannot be read");
            }
            values.set(new NDIndex(i), context.manager().create(point(ids[i], options.width())));
          }
          NDArray labels = context.manager().create(Arrays.stream(ids).map(id -> id % 2).toArray());
          return Batch.of(ids, TensorView.of(values), Targets.of(Targets.LABEL, labels));
        }
      };
    }
  }

  /** Options of the views. */
  public record ViewOptions(
      @Doc("how many") @Default("2") int count,
      @Doc("of normal noise") @Default("0") float noise) {}

  /** Views: {@code view-1} is the sample, {@code view-k} is k times the sample, plus noise. */
  public static final class Multiples extends Fake<ViewGenerator, ViewOptions>
      implements ViewGeneratorProvider<ViewOptions> {
    /** Does nothing. */
    public Multiples() {
      super("multiples", ViewOptions.class);
    }

    @Override
    public ViewGenerator create(ViewOptions options, Setup setup) {
      return (batch, context) -> {
        List<TaggedView> views = new ArrayList<>();
        NDArray samples = batch.samples().tensors().get(0);
        for (int k = 1; k <= options.count(); k++) {
          NDArray noise =
              context
                  .draws()
                  .at("view", k)
                  .forSamples(batch.ids())
                  .normal("noise", samples.getShape());
          View view = TensorView.of(samples.mul((float) k).add(noise.mul(options.noise())));
          views.add(TaggedView.of("view-" + k, view, batch.targets()));
        }
        return Views.of(views);
      };
    }
  }

  /** Options of the encoder. */
  public record LinearOptions(
      @Doc("outputs") @Default("2") long width,
      @Doc("every weight; 0: drawn") @Default("0") float weight) {}

  /** Encoder: a matrix; counts the rows it saw in training. */
  public static final class Linear extends Fake<Encoder, LinearOptions>
      implements EncoderProvider<LinearOptions> {
    /** Does nothing. */
    public Linear() {
      super("linear", LinearOptions.class);
    }

    @Override
    public Encoder create(LinearOptions options, Setup setup) {
      NDManager manager = setup.manager();
      long inputs = setup.example().orElseThrow().tensors().get(0).getShape().get(1);
      Shape shape = new Shape(inputs, options.width());
      NDArray weight =
          options.weight() == 0
              ? setup.draws().normal("weight", shape)
              : manager.full(shape, options.weight(), DataType.FLOAT32);
      NDArray seen = manager.zeros(new Shape(), DataType.FLOAT32);
      return new Encoder() {
        @Override
        public Embeddings encode(View view, Context context) {
          NDArray input = view.tensors().get(0);
          if (context.mode().isTraining()) {
            seen.addi((float) input.getShape().get(0));
          }
          return Embeddings.of(input.matMul(weight));
        }

        @Override
        public Parameters parameters() {
          return Parameters.of(Map.of("weight", weight));
        }

        @Override
        public Map<String, NDArray> state() {
          return Map.of("seen", seen);
        }
      };
    }
  }

  /** Options of the pairs. */
  public record RowOptions(
      @Doc("the network") @Default("main") String network,
      @Doc("the anchors' view") @Default("view-1") String view,
      @Doc("the keys' view; empty: the bank") @Default("view-2") String key,
      @Doc("the output") @Default("representation") String output,
      @Doc("whether keys come from the twin") @Default("false") boolean twin) {}

  /** Pairs: each anchor with each key. */
  public static final class Everything extends Fake<PairSampler, RowOptions>
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
      @Doc("what it asks for: nothing or much") @Default("nothing") String asks) {}

  /** Loss: half the mean over anchors of the squared length, plus zero times the keys. */
  public static final class Quadratic extends Fake<Loss, QuadraticOptions>
      implements LossProvider<QuadraticOptions> {
    /** Does nothing. */
    public Quadratic() {
      super("quadratic", QuadraticOptions.class);
    }

    @Override
    public Loss create(QuadraticOptions options, Setup setup) {
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
      NDArray total = rows.square().sum().div(2f * rows.getShape().get(0)).add(keys.sum().mul(0));
      CALLS.add("evaluate");
      return switch (options.broken()) {
        case "loss" -> LossValue.of(total.div(0f).sub(total.div(0f)));
        case "gradient" -> LossValue.of(total.add(rows.mul(0f).sum().sqrt()));
        default -> LossValue.of(total).observe("keys", keys.sum());
      };
    }

    @Override
    public void start(Data data, Context context) {
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
  public static final class Turns extends Fake<Procedure, TurnOptions>
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
