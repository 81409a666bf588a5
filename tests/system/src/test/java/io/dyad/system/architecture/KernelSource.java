package io.dyad.system.architecture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks in the text of a kernel for what would not follow its inputs to a GPU, or wait for it
 * there. It knows which names are numbers by their declaration; conversions that the compiler adds
 * by itself ({@code if mask:}) are not seen.
 */
record KernelSource(String text) {
  private static final Pattern FUNCTION =
      Pattern.compile("^def (\\w+)\\(.*?(?=^def |\\z)", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CONSTRUCTOR =
      Pattern.compile(
          "\\btorch\\.(zeros|ones|full|empty|empty_strided|arange|range|eye|linspace|logspace|rand"
              + "|randn|randint|randperm|normal|tensor|as_tensor|scalar_tensor|tril_indices"
              + "|triu_indices|hann_window|hamming_window|sparse_coo_tensor)\\(");
  private static final Pattern DEVICE =
      Pattern.compile("\\bdevice=(ops\\.prim\\.device\\(|device\\b)");
  private static final Pattern HOST_COPY =
      Pattern.compile(
          "\\btorch\\.(nonzero|argwhere|item|masked_select|equal|is_nonzero|allclose|unique\\w*"
              + "|unique_consecutive|_unique2|bincount|cpu|repeat_interleave|linalg_(eigh?|eigvals"
              + "|eigvalsh|svd|svdvals|lstsq))\\(");
  private static final Pattern CONVERSION = Pattern.compile("(?<![\\w.])(bool|int|float)\\(");
  private static final Pattern DECLARED =
      Pattern.compile("(\\w+): (?:List\\[)?(?:int|float|bool|str)\\b");
  private static final Pattern ASSIGNED =
      Pattern.compile("^\\s+(\\w+) = (.*)$|^\\s+for (\\w+) in range\\(", Pattern.MULTILINE);
  private static final Pattern MEASURE =
      Pattern.compile("torch\\.(size|dim|len|numel)\\([^()]*\\)(\\[[^\\]]*\\])?");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?!\\w*[(.])");

  /** Returns the calls that make an array on the CPU whatever the inputs are. */
  List<String> constructors() {
    return functions()
        .flatMap(
            function ->
                calls(function.group(), CONSTRUCTOR)
                    .filter(call -> !DEVICE.matcher(call).find())
                    .map(call -> function.group(1) + ": " + call))
        .toList();
  }

  /** Returns the calls for whose result the CPU waits. */
  List<String> hostCopies() {
    return functions().flatMap(KernelSource::hostCopies).toList();
  }

  private static Stream<String> hostCopies(MatchResult function) {
    Set<String> numbers = numbers(function.group());
    Stream<String> conversions =
        calls(function.group(), CONVERSION)
            .filter(call -> !isNumber(call.substring(call.indexOf('(')), numbers));
    return Stream.concat(calls(function.group(), HOST_COPY), conversions)
        .map(call -> function.group(1) + ": " + call);
  }

  private Stream<MatchResult> functions() {
    String code =
        text.lines().map(line -> line.replaceAll("#.*", "")).collect(Collectors.joining("\n"));
    return FUNCTION.matcher(code).results();
  }

  /** Returns the calls whose beginning matches, each up to its closing parenthesis. */
  private static Stream<String> calls(String function, Pattern beginning) {
    List<String> calls = new ArrayList<>();
    Matcher matcher = beginning.matcher(function);
    while (matcher.find()) {
      int depth = 1;
      int end = matcher.end();
      while (depth > 0) {
        char next = function.charAt(end++);
        depth += next == '(' ? 1 : next == ')' ? -1 : 0;
      }
      calls.add(function.substring(matcher.start(), end).replaceAll("\\s+", " "));
    }
    return calls.stream();
  }

  /**
   * Returns the names that are numbers or lists of numbers, by declaration or by what they equal.
   */
  private static Set<String> numbers(String function) {
    Set<String> numbers = new HashSet<>();
    DECLARED.matcher(function).results().forEach(declared -> numbers.add(declared.group(1)));
    ASSIGNED
        .matcher(function)
        .results()
        .forEach(
            line -> {
              if (line.group(3) != null) {
                numbers.add(line.group(3));
              } else if (isNumber(line.group(2), numbers)) {
                numbers.add(line.group(1));
              }
            });
    return numbers;
  }

  private static boolean isNumber(String expression, Set<String> numbers) {
    String rest = MEASURE.matcher(expression).replaceAll("1").replaceAll("\"(inf|nan)\"", "1");
    return !rest.contains("torch.")
        && NAME.matcher(rest).results().allMatch(name -> numbers.contains(name.group()));
  }
}
