package io.dyad.contract.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The hyperparameters of a case. It remembers which were read: an unread one was not honoured. */
public final class Hyperparameters {
  private final JsonNode node;
  private final Set<String> read = new LinkedHashSet<>();

  Hyperparameters(JsonNode node) {
    this.node = node;
  }

  /** Returns whether there is one of that name; asking does not count as reading. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** Returns a number. */
  public double number(String name) {
    return get(name).asDouble();
  }

  /** Returns a whole number. */
  public int integer(String name) {
    return get(name).asInt();
  }

  /** Returns a truth. */
  public boolean truth(String name) {
    return get(name).asBoolean();
  }

  /** Returns a text. */
  public String text(String name) {
    return get(name).asText();
  }

  /** Returns a list of numbers. */
  public double[] numbers(String name) {
    return StreamSupport.stream(get(name).spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  /** Returns a value of any kind as JSON. */
  public String json(String name) {
    return get(name).toString();
  }

  /** Says that a hyperparameter, if it is there, needs no reading: the inputs tell it already. */
  public void implied(String name) {
    read.add(name);
  }

  /** Returns all names; asking does not count as reading. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Returns the names that nobody read. */
  Set<String> unread() {
    Set<String> names = names();
    names.removeAll(read);
    return names;
  }

  private JsonNode get(String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the case has no hyperparameter \"" + name + "\"");
    }
    read.add(name);
    return value;
  }
}
