package io.dyad.runtime.options;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where a value was written, as {@code file:line}. */
public final class Where {
  /** How settings of the command line are called. */
  public static final String COMMAND_LINE = "--set";

  /** How defaults are called, before the option's path. */
  public static final String DEFAULT = "default of ";

  private static final Pattern PLACE = Pattern.compile("(.*?)(?:: (\\d+)(?:-\\d+)?)?");

  private Where() {}

  /** Returns the place of a value. */
  public static String of(ConfigValue value) {
    return of(value.origin());
  }

  /** Returns the place an origin stands for; of a merged object, the first. */
  public static String of(ConfigOrigin origin) {
    String first = origin.description().replaceFirst("^merge of ([^,]+),.*$", "$1");
    Matcher matcher = PLACE.matcher(first);
    if (!matcher.matches() || matcher.group(2) == null || isNoFile(first)) {
      return matcher.matches() ? matcher.group(1) : first;
    }
    return matcher.group(1) + ":" + matcher.group(2);
  }

  private static boolean isNoFile(String place) {
    return place.startsWith(COMMAND_LINE) || place.startsWith(DEFAULT);
  }
}
