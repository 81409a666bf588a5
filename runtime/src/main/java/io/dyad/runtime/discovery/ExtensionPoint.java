package io.dyad.runtime.discovery;

import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Evaluator;
import io.dyad.api.EvaluatorProvider;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Procedure;
import io.dyad.api.ProcedureProvider;
import io.dyad.api.Provider;
import io.dyad.api.ViewGenerator;
import io.dyad.api.ViewGeneratorProvider;
import io.dyad.runtime.options.Parts;
import java.util.Arrays;

/** What a plugin can provide, in the order of a training step. */
public enum ExtensionPoint {
  /** Where samples come from. */
  DATA_SOURCE(DataSource.class, DataSourceProvider.class),
  /** How views are made. */
  VIEW_GENERATOR(ViewGenerator.class, ViewGeneratorProvider.class),
  /** What maps a view to arrays. */
  ENCODER(Encoder.class, EncoderProvider.class),
  /** Which rows belong together. */
  PAIR_SAMPLER(PairSampler.class, PairSamplerProvider.class),
  /** What is minimised. */
  LOSS(Loss.class, LossProvider.class),
  /** What a step consists of. */
  PROCEDURE(Procedure.class, ProcedureProvider.class),
  /** What is measured. */
  EVALUATOR(Evaluator.class, EvaluatorProvider.class);

  private final Class<?> part;
  private final Class<?> service;

  ExtensionPoint(Class<?> part, Class<?> service) {
    this.part = part;
    this.service = service;
  }

  /**
   * Returns the extension point that makes a part.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ExtensionPoint of(Class<?> part) {
    return Arrays.stream(values())
        .filter(point -> point.part == part)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(part.getName() + " is no extension point"));
  }

  /** Returns what its providers make. */
  public Class<?> part() {
    return part;
  }

  /** Returns the interface that its providers implement. */
  @SuppressWarnings("unchecked")
  public Class<? extends Provider<?, ?>> service() {
    return (Class<? extends Provider<?, ?>>) service;
  }

  /** Returns its name in messages, such as {@code view generator}. */
  public String word() {
    return Parts.word(part);
  }
}
