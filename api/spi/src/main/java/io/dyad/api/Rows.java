package io.dyad.api;

import ai.djl.ndarray.NDArray;
import java.util.Objects;
import java.util.Optional;

/**
 * The address of an array of rows: an output of a network for a view, the same from its momentum
 * twin, a bank, or literal values. Addresses are equal when they name the same rows.
 *
 * @since 0.1
 */
@Stable
public final class Rows {
  private final String network;
  private final String view;
  private final String output;
  private final boolean target;
  private final String bank;
  private final Optional<NDArray> values;
  private final Optional<NDArray> index;

  private Rows(
      String network,
      String view,
      String output,
      boolean target,
      String bank,
      Optional<NDArray> values,
      Optional<NDArray> index) {
    this.network = network;
    this.view = view;
    this.output = output;
    this.target = target;
    this.bank = bank;
    this.values = values;
    this.index = index;
  }

  /** Returns the rows of an output of the main network for a view. */
  public static Rows of(String view, String output) {
    return new Rows(Network.MAIN, view, output, false, "", Optional.empty(), Optional.empty());
  }

  /** Returns the rows of a bank. */
  public static Rows bank(String name) {
    return new Rows("", "", "", false, name, Optional.empty(), Optional.empty());
  }

  /** Returns an address of literal values, shape (N, D); gradients flow through them. */
  public static Rows values(NDArray rows) {
    return new Rows("", "", "", false, "", Optional.of(rows), Optional.empty());
  }

  /** Returns the same output of another network. */
  public Rows network(String name) {
    return new Rows(name, view, output, target, bank, values, index);
  }

  /** Returns the same output of the momentum twin, which carries no gradient. */
  public Rows target() {
    return new Rows(network, view, output, true, bank, values, index);
  }

  /** Returns a selection of these rows; {@code positions} is int64, shape (M), repeats allowed. */
  public Rows at(NDArray positions) {
    return new Rows(network, view, output, target, bank, values, Optional.of(positions));
  }

  /** Returns these rows without a selection. */
  public Rows all() {
    return new Rows(network, view, output, target, bank, values, Optional.empty());
  }

  /** Returns the network, or an empty string for a bank or values. */
  public String network() {
    return network;
  }

  /** Returns the view, or an empty string for a bank or values. */
  public String view() {
    return view;
  }

  /** Returns the output, or an empty string for a bank or values. */
  public String output() {
    return output;
  }

  /** Returns whether the momentum twin is meant. */
  public boolean isTarget() {
    return target;
  }

  /** Returns the bank, or an empty string. */
  public String bank() {
    return bank;
  }

  /** Returns the literal values, if that is what this is. */
  public Optional<NDArray> values() {
    return values;
  }

  /** Returns the selected positions, if there is a selection. */
  public Optional<NDArray> index() {
    return index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rows that
        && network.equals(that.network)
        && view.equals(that.view)
        && output.equals(that.output)
        && target == that.target
        && bank.equals(that.bank)
        && same(values, that.values)
        && same(index, that.index);
  }

  @Override
  public int hashCode() {
    return Objects.hash(network, view, output, target, bank);
  }

  /** Two arrays are the same address only if they are the same object: their numbers may change. */
  private static boolean same(Optional<NDArray> first, Optional<NDArray> second) {
    return first.orElse(null) == second.orElse(null);
  }

  @Override
  public String toString() {
    String base =
        !bank.isEmpty()
            ? "bank " + bank
            : values.isPresent()
                ? "values " + values.get().getShape()
                : network + (target ? " twin" : "") + " " + view + "." + output;
    return index.isPresent() ? base + "[selected]" : base;
  }
}
