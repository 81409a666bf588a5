package io.dyad.runtime.options;

import static java.util.stream.Collectors.joining;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes an effective configuration as HOCON, with the origin of each value as a comment. */
public final class EffectiveText {
  private static final Set<String> RESERVED =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "include");

  private record Line(String text, String comment) {}

  private final List<Line> lines = new ArrayList<>();

  private EffectiveText() {}

  /** Returns the text; reading it again gives the same configuration. */
  public static String write(Effective.Group root) {
    EffectiveText text = new EffectiveText();
    text.entries(root.entries(), "");
    int width = text.lines.stream().mapToInt(line -> line.text().length()).max().orElse(0);
    return text.lines.stream()
        .map(
            line ->
                line.comment().isEmpty()
                    ? line.text()
                    : line.text()
                        + " ".repeat(width - line.text().length())
                        + "  # "
                        + line.comment())
        .collect(joining("\n", "", "\n"));
  }

  private void entries(Map<String, Effective> entries, String indent) {
    entries.forEach(
        (name, value) -> {
          String path = indent + key(name);
          if (value instanceof Effective.Group group) {
            group(path, group, indent);
          } else if (value instanceof Effective.Items items) {
            lines.add(new Line(path + " = " + inline(items), Where.of(items.written())));
          } else if (value instanceof Effective.Leaf leaf) {
            lines.add(new Line(path + " = " + scalar(leaf.value()), Where.of(leaf.value())));
          }
        });
  }

  private void group(String key, Effective.Group group, String indent) {
    if (group.entries().isEmpty()) {
      lines.add(new Line(key + " {}", ""));
      return;
    }
    lines.add(new Line(key + " {", ""));
    entries(group.entries(), indent + "  ");
    lines.add(new Line(indent + "}", ""));
  }

  private static String inline(Effective value) {
    if (value instanceof Effective.Items items) {
      return items.elements().stream().map(EffectiveText::inline).collect(joining(", ", "[", "]"));
    }
    if (value instanceof Effective.Group group) {
      return group.entries().entrySet().stream()
          .filter(entry -> !entry.getValue().equals(Effective.ABSENT))
          .map(entry -> key(entry.getKey()) + " = " + inline(entry.getValue()))
          .collect(joining(", ", "{ ", " }"));
    }
    return value instanceof Effective.Leaf leaf ? scalar(leaf.value()) : "null";
  }

  private static String key(String name) {
    return RESERVED.contains(name) ? ConfigUtil.quoteString(name) : ConfigUtil.joinPath(name);
  }

  private static String scalar(ConfigValue value) {
    String json = value.render(ConfigRenderOptions.concise());
    String word = String.valueOf(value.unwrapped());
    boolean plain =
        word.matches("[A-Za-z][A-Za-z0-9-]*") && !RESERVED.contains(word) && json.startsWith("\"");
    return plain ? word : json;
  }
}
