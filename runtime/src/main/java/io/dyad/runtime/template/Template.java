package io.dyad.runtime.template;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places <code>${name}</code> to fill in; <code>$${name}</code> stays as it is. */
record Template(String text) {
  private static final Pattern PLACE = Pattern.compile("(\\$?)\\$\\{([^}]*)}");

  /** Returns the text with every place filled in; a place without a value is an error. */
  String fill(Map<String, String> values) {
    return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place, values)));
  }

  private static String value(MatchResult place, Map<String, String> values) {
    if (!place.group(1).isEmpty()) {
      return place.group().substring(1);
    }
    String value = values.get(place.group(2));
    if (value == null) {
      throw new IllegalStateException(
          "a template asks for " + place.group() + "; there are " + values.keySet());
    }
    return value;
  }
}
