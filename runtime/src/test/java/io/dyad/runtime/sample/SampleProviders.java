package io.dyad.runtime.sample;

import io.dyad.api.Bound;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Evaluator;
import io.dyad.api.EvaluatorProvider;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Provider;
import io.dyad.api.Setup;
import io.dyad.api.Spec;
import io.dyad.api.Stable;
import io.dyad.api.ViewGenerator;
import io.dyad.api.ViewGeneratorProvider;
import java.util.List;

/** One provider of each kind, for tests of finding and binding; none can make anything. */
public final class SampleProviders {
  /** No options. */
  public record None() {}

  /** Options of the encoder. */
  public record MlpOptions(@Doc("width of each layer") @Bound("[1, inf)") List<Integer> widths) {}

  /** Options of the loss. */
  public record SoftOptions(
      @Doc("softness of the contrast") @Default("0.2") @Bound("(0, inf)") double temperature,
      @Doc("whether both ways count") @Default("true") boolean symmetric) {}

  /** Options of the loss that wraps another. */
  public record WrapOptions(@Doc("the loss inside") @Default("soft") Spec<Loss> base) {}

  private SampleProviders() {}

  /** What the providers share. */
  private abstract static class Sample<T, O extends Record> implements Provider<T, O> {
    private final String name;
    private final Class<O> options;

    Sample(String name, Class<O> options) {
      this.name = name;
      this.options = options;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String summary() {
      return "a sample called " + name;
    }

    @Override
    public Class<O> options() {
      return options;
    }

    @Override
    public T create(O options, Setup setup) {
      throw new UnsupportedOperationException("samples make nothing");
    }
  }

  /** Data. */
  public static final class Digits extends Sample<DataSource, None>
      implements DataSourceProvider<None> {
    /** Does nothing. */
    public Digits() {
      super("digits", None.class);
    }
  }

  /** Views. */
  public static final class Noise extends Sample<ViewGenerator, None>
      implements ViewGeneratorProvider<None> {
    /** Does nothing. */
    public Noise() {
      super("noise", None.class);
    }
  }

  /** An encoder. */
  public static final class Mlp extends Sample<Encoder, MlpOptions>
      implements EncoderProvider<MlpOptions> {
    /** Does nothing. */
    public Mlp() {
      super("mlp", MlpOptions.class);
    }
  }

  /** Pairs. */
  public static final class Pairwise extends Sample<PairSampler, None>
      implements PairSamplerProvider<None> {
    /** Does nothing. */
    public Pairwise() {
      super("in-batch", None.class);
    }
  }

  /** A loss. */
  @Stable
  public static final class Soft extends Sample<Loss, SoftOptions>
      implements LossProvider<SoftOptions> {
    /** Does nothing. */
    public Soft() {
      super("soft", SoftOptions.class);
    }

    @Override
    public String source() {
      return "Nobody 2020";
    }
  }

  /** A loss around another. */
  public static final class Wrap extends Sample<Loss, WrapOptions>
      implements LossProvider<WrapOptions> {
    /** Does nothing. */
    public Wrap() {
      super("wrap", WrapOptions.class);
    }
  }

  /** A second loss called soft; listed in no service file of its own. */
  public static final class OtherSoft extends Sample<Loss, None> implements LossProvider<None> {
    /** Does nothing. */
    public OtherSoft() {
      super("soft", None.class);
    }
  }

  /** A loss that cannot say its name; listed in no service file of its own. */
  public static final class Nameless extends Sample<Loss, None> implements LossProvider<None> {
    /** Does nothing. */
    public Nameless() {
      super("nameless", None.class);
    }

    @Override
    public String name() {
      throw new IllegalStateException("no name today");
    }
  }

  /** An evaluator whose options were compiled against a class that is gone. */
  public static final class Unlinked extends Sample<Evaluator, None>
      implements EvaluatorProvider<None> {
    /** Does nothing. */
    public Unlinked() {
      super("unlinked", None.class);
    }

    @Override
    public Class<None> options() {
      throw new NoClassDefFoundError("com/acme/Gone");
    }
  }
}
