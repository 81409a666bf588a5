package io.dyad.graph.encoder;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Setup;
import java.util.List;

/** Checks the widths of layers. */
final class Widths {
  private Widths() {}

  static List<Integer> checked(List<Integer> widths, Setup setup) {
    if (widths.isEmpty()) {
      throw new ConfigurationException(
          setup.name() + ".widths is empty; name at least the width of the output");
    }
    return widths;
  }

  static List<Integer> dividedBy(int heads, List<Integer> widths, Setup setup) {
    for (int width : checked(widths, setup)) {
      if (width % heads != 0) {
        throw new ConfigurationException(
            String.format(
                "%s.widths: %d cannot be divided among %d heads; choose a multiple of %d",
                setup.name(), width, heads, heads));
      }
    }
    return widths;
  }
}
