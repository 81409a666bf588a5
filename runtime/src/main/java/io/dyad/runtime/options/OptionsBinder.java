package io.dyad.runtime.options;

import com.typesafe.config.Config;
import java.util.Optional;

/**
 * Binds a configuration to a record, by the annotations of the record's components.
 *
 * <p>Keys are the kebab-case names of the components. Types are boolean, int, long, float, double,
 * String, enums, {@code Path}, {@code Optional}, {@code List}, {@code Map<String, T>}, records,
 * {@code Spec} for parts, and {@code ConfigObject} for what is read later. Nothing stops at the
 * first mistake: all go to the {@link Problems}.
 */
public final class OptionsBinder {
  private final ValueReader reader;

  /**
   * A bound record.
   *
   * @param value the record
   * @param effective what it was bound from, defaults included
   */
  public record Binding<R extends Record>(R value, Effective.Group effective) {}

  /** Creates a binder that shows paths as they are. */
  public OptionsBinder(Parts parts, Problems problems) {
    this(parts, problems, Aliases.NONE);
  }

  /**
   * Creates a binder.
   *
   * @param aliases the short forms that the user may have written
   */
  public OptionsBinder(Parts parts, Problems problems, Aliases aliases) {
    this.reader = new ValueReader(parts, new Reports(problems, aliases));
  }

  /** Returns the record, or empty if there were problems. */
  public <R extends Record> Optional<Binding<R>> bind(Class<R> type, Config config) {
    return reader
        .records()
        .read(config.root(), "", type, Owner.section(""))
        .map(bound -> new Binding<>(type.cast(bound.value()), (Effective.Group) bound.effective()));
  }
}
