package io.dyad.contract.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Embeddings;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.LossValue;
import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Rows;
import io.dyad.api.Targets;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.GivenBank;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the cases of a loss whose inputs are rows at addresses, such as predictions and the
 * projections of a twin:
 *
 * <pre>
 * AddressedVectors.of("byol", new ByolProvider(), new CrossViewProvider(),
 *         "anchors = prediction, keys = projection, twin = true")
 *     .row("p1", Rows.of("view-1", "prediction"))
 *     .row("target2", Rows.of("view-2", "projection").target())
 *     .implied("reduction")
 * </pre>
 *
 * It accepts the cases of the method that have all these inputs. Gradients are taken for every row
 * and bank. Outputs are {@code loss}, and each term and observation of the loss by its name with
 * underscores. A hyperparameter is the option of the same name with hyphens.
 */
public final class AddressedVectors implements VectorAdapter {
  private final String method;
  private final LossProvider<?> provider;
  private final Map<String, Rows> rows = new LinkedHashMap<>();
  private final Map<String, String> banks = new LinkedHashMap<>();
  private final Map<String, String> targets = new LinkedHashMap<>();
  private final GivenOptions options = new GivenOptions();
  private Predicate<VectorCase> condition = vector -> true;
  private String views = "";
  private final PairSamplerProvider<?> sampler;
  private final String samplerOptions;

  private AddressedVectors(
      String method, LossProvider<?> provider, PairSamplerProvider<?> sampler, String options) {
    this.method = method;
    this.provider = provider;
    this.sampler = sampler;
    samplerOptions = options;
  }

  /** Returns an adapter for a loss over the pairs of a sampler. */
  public static AddressedVectors of(
      String method, LossProvider<?> provider, PairSamplerProvider<?> sampler, String options) {
    return new AddressedVectors(method, provider, sampler, options);
  }

  /** Runs only cases that also fulfil a condition, which must not read hyperparameters. */
  public AddressedVectors when(Predicate<VectorCase> holds) {
    condition = holds;
    return this;
  }

  /** Says where an input stands. */
  public AddressedVectors row(String input, Rows address) {
    rows.put(input, address);
    return this;
  }

  /** Says that {@code prefix1}, {@code prefix2}, ... are the projections of the views. */
  public AddressedVectors views(String prefix) {
    views = prefix;
    return this;
  }

  /** Says that an input holds the rows of a bank. */
  public AddressedVectors bank(String input, String name) {
    banks.put(input, name);
    return this;
  }

  /** Says that an input is an integer target of the batch. */
  public AddressedVectors target(String input, String name) {
    targets.put(input, name);
    return this;
  }

  /** Says which option of the loss a hyperparameter is. */
  public AddressedVectors renamed(String hyperparameter, String option) {
    options.renamed(hyperparameter, option);
    return this;
  }

  /** Says that hyperparameters need no reading: other things tell them already. */
  public AddressedVectors implied(String... hyperparameters) {
    options.implied(hyperparameters);
    return this;
  }

  /** Sets an option of the loss that no hyperparameter tells, as HOCON. */
  public AddressedVectors option(String setting) {
    options.fixed(setting);
    return this;
  }

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals(method)
        && vector.inputs().keySet().containsAll(rows.keySet())
        && vector.inputs().keySet().containsAll(banks.keySet())
        && vector.inputs().keySet().containsAll(targets.keySet())
        && (views.isEmpty() || vector.inputs().containsKey(views + 1))
        && condition.test(vector);
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    Map<String, Rows> addresses = addresses(vector);
    HarnessSetup setup = harness.setup();
    Map<Rows, NDArray> arrays = new LinkedHashMap<>();
    List<NDArray> leaves = new ArrayList<>();
    addresses.forEach(
        (input, address) -> {
          RecordedArray recorded = vector.input(input);
          NDArray leaf = harness.leaf(recorded.shape(), recorded.data());
          arrays.put(address, leaf);
          leaves.add(leaf);
          if (address.bank().isEmpty()) {
            setup.with(address, recorded.shape().slice(1));
          } else {
            setup.with(new GivenBank(address.bank(), leaf));
          }
        });
    FakeEncoded encoded = FakeEncoded.of(arrays).with(targets(vector, harness));
    try (Subject<Loss> loss = Subject.of(provider, options.of(provider, vector), setup);
        Subject<PairSampler> pairs = Subject.of(sampler, samplerOptions, setup)) {
      LossValue value =
          loss.component()
              .evaluate(
                  encoded, pairs.component().sample(encoded, harness.context()), harness.context());
      Outcome outcome = new Outcome().output("loss", value.total());
      value.terms().forEach((name, term) -> outcome.output(name.replace('-', '_'), term));
      value.observations().forEach((name, seen) -> outcome.output(name.replace('-', '_'), seen));
      NDList gradients = harness.gradients(value.total(), leaves.toArray(NDArray[]::new));
      int leaf = 0;
      for (String input : addresses.keySet()) {
        outcome.gradient(input, gradients.get(leaf++));
      }
      return outcome;
    }
  }

  private Map<String, Rows> addresses(VectorCase vector) {
    Map<String, Rows> all = new LinkedHashMap<>(rows);
    if (!views.isEmpty()) {
      Pattern numbered = Pattern.compile(Pattern.quote(views) + "(\\d+)");
      vector.inputs().keySet().stream()
          .map(numbered::matcher)
          .filter(Matcher::matches)
          .forEach(
              view ->
                  all.put(view.group(), Rows.of("view-" + view.group(1), Embeddings.PROJECTION)));
    }
    banks.forEach((input, bank) -> all.put(input, Rows.bank(bank)));
    return all;
  }

  private Targets targets(VectorCase vector, Harness harness) {
    Targets given = Targets.NONE;
    for (Map.Entry<String, String> target : targets.entrySet()) {
      RecordedArray recorded = vector.input(target.getKey());
      given =
          given.with(
              target.getValue(),
              harness.constant(recorded.shape(), recorded.data()).toType(DataType.INT64, false));
    }
    return given;
  }
}
