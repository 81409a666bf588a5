package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Mode;
import io.dyad.api.Parameters;
import io.dyad.api.Provider;
import io.dyad.api.Setup;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.ViewGeneratorProvider;
import io.dyad.api.Views;
import io.dyad.toolkit.view.TensorView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sources, views and encoders whose results are known in closed form; {@link FakeObjectives} has
 * the rest.
 */
public final class FakeParts {
  private FakeParts() {}

  abstract static class Fake<T, O extends Record> implements Provider<T, O> {
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
      @Doc("an id that cannot be read; -1: none") @Default("-1") long broken,
      @Doc("whether it says that samples lie ready") @Default("false") boolean resident) {}

  /** The threads that fetched points in training. */
  static final Set<Thread> FETCHING = ConcurrentHashMap.newKeySet();

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
        public boolean isResident(String split) {
          return options.resident();
        }

        @Override
        public Batch fetch(String split, long[] ids, Context context) {
          if (context.mode() == Mode.TRAIN) {
            FETCHING.add(Thread.currentThread());
          }
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
      @Doc("of normal noise") @Default("0") float noise,
      @Doc("whether views cannot be cut") @Default("false") boolean rigid) {}

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
          views.add(
              TaggedView.of(
                  "view-" + k, options.rigid() ? new Rigid(view) : view, batch.targets()));
        }
        return Views.of(views);
      };
    }
  }

  /** A view of rows that belong together. */
  private record Rigid(View view) implements View {
    @Override
    public NDList tensors() {
      return view.tensors();
    }

    @Override
    public View with(NDList tensors) {
      return new Rigid(view.with(tensors));
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
}
