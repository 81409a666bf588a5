package io.dyad.api;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What must be there for a part to work. The runtime checks it before training and names the line
 * of configuration to add.
 *
 * <pre>
 * Needs.NOTHING.views(2).batch(2).output("prediction").twin("main")
 * </pre>
 *
 * @since 0.1
 */
@Stable
public final class Needs {
  /** Nothing beyond a batch. */
  public static final Needs NOTHING =
      new Needs(0, 0, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  private final int views;
  private final int batch;
  private final Set<String> outputs;
  private final Set<String> twins;
  private final Set<String> targets;
  private final Set<String> banks;
  private final Set<String> phases;

  private Needs(
      int views,
      int batch,
      Set<String> outputs,
      Set<String> twins,
      Set<String> targets,
      Set<String> banks,
      Set<String> phases) {
    this.views = views;
    this.batch = batch;
    this.outputs = outputs;
    this.twins = twins;
    this.targets = targets;
    this.banks = banks;
    this.phases = phases;
  }

  /** Returns a copy that needs at least {@code count} views. */
  public Needs views(int count) {
    return new Needs(Math.max(views, count), batch, outputs, twins, targets, banks, phases);
  }

  /** Returns a copy that needs at least {@code rows} samples in a batch. */
  public Needs batch(int rows) {
    return new Needs(views, Math.max(batch, rows), outputs, twins, targets, banks, phases);
  }

  /** Returns a copy that needs an output of the main network, such as {@code prediction}. */
  public Needs output(String name) {
    return new Needs(views, batch, plus(outputs, name), twins, targets, banks, phases);
  }

  /** Returns a copy that needs a momentum twin of the named network. */
  public Needs twin(String network) {
    return new Needs(views, batch, outputs, plus(twins, network), targets, banks, phases);
  }

  /** Returns a copy that needs a target of the batch, such as {@code label}. */
  public Needs target(String name) {
    return new Needs(views, batch, outputs, twins, plus(targets, name), banks, phases);
  }

  /** Returns a copy that needs a bank. */
  public Needs bank(String name) {
    return new Needs(views, batch, outputs, twins, targets, plus(banks, name), phases);
  }

  /** Returns a copy that needs a phase of the configuration; for procedures. */
  public Needs phase(String name) {
    return new Needs(views, batch, outputs, twins, targets, banks, plus(phases, name));
  }

  /** Returns the least number of views. */
  public int views() {
    return views;
  }

  /** Returns the least number of samples in a batch. */
  public int batch() {
    return batch;
  }

  /** Returns the outputs of the main network. */
  public Set<String> outputs() {
    return outputs;
  }

  /** Returns the networks that need a momentum twin. */
  public Set<String> twins() {
    return twins;
  }

  /** Returns the targets of the batch. */
  public Set<String> targets() {
    return targets;
  }

  /** Returns the banks. */
  public Set<String> banks() {
    return banks;
  }

  /** Returns the phases. */
  public Set<String> phases() {
    return phases;
  }

  private static Set<String> plus(Set<String> set, String name) {
    Set<String> copy = new LinkedHashSet<>(set);
    copy.add(name);
    return Set.copyOf(copy);
  }
}
