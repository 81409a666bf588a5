package io.dyad.runtime.kernel;

import io.dyad.api.KernelException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A kernel's source and the module text made from it. Each line of the author stays one line, so
 * that a line of an error is found again by subtracting the lines above.
 */
final class ScriptSource {
  private static final String HEADER =
      """
      class Kernel(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
      """;
  private static final int HEADER_LINES = (int) HEADER.lines().count();

  private static final Pattern UNTYPED_SELF =
      Pattern.compile("^(def\\s+\\w+\\s*\\(\\s*self)(?=\\s*[,)])", Pattern.MULTILINE);
  private static final Pattern POSITION =
      Pattern.compile("File \"[^\"]*__torch__\\.py\", line (\\d+)");

  private static final Pattern SELF_TYPE =
      Pattern.compile("__torch__\\.Kernel( \\(of Python compilation unit[^)]*\\))?");
  private static final String FAILURE = "RuntimeError: ";

  private final String name;
  private final String text;

  private ScriptSource(String name, String text) {
    this.name = name;
    this.text = text;
  }

  static ScriptSource of(String name, String text) {
    return new ScriptSource(name, text);
  }

  String moduleText() {
    String typed = UNTYPED_SELF.matcher(text).replaceAll("$1: __torch__.Kernel");
    return HEADER
        + typed
            .lines()
            .map(line -> line.isBlank() ? "" : "  " + line)
            .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Returns the engine's failure in terms of the author's file. */
  KernelException failure(RuntimeException cause) {
    String engine = String.valueOf(cause.getMessage());
    int line = lastLine(engine);
    String place = "kernel \"" + name + "\"" + (line > 0 ? " line " + line : "");
    String shown = line > 0 ? "\n  " + text.lines().toList().get(line - 1).strip() : "";
    return new KernelException(place + ": " + reason(engine) + shown, cause);
  }

  /** Calls nest, and the engine lists them outermost first: the last position is the culprit. */
  private int lastLine(String engine) {
    int lines = (int) text.lines().count();
    int line = 0;
    Matcher matcher = POSITION.matcher(engine);
    while (matcher.find()) {
      line = Math.min(lines, Integer.parseInt(matcher.group(1)) - HEADER_LINES);
    }
    return line;
  }

  /**
   * The engine surrounds its reason with excerpts of the module text, which is not the author's.
   */
  private static String reason(String engine) {
    int failure = engine.lastIndexOf(FAILURE);
    String reason =
        failure >= 0
            ? engine.substring(failure + FAILURE.length())
            : engine.split("(here)?:?\\s*:\\s+File \"", 2)[0];
    return SELF_TYPE.matcher(reason).replaceAll("kernel").strip();
  }
}
