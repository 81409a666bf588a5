package io.dyad.contrast.discovery;

import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import java.util.Arrays;
import java.util.List;

/** Numbers classes anew: known ones first, in the order in which they are named. */
final class ClassNumbers {
  private final int known;
  private final long[] numbers;

  ClassNumbers(List<Integer> known, long[] labels, String place) {
    int classes = 1 + (int) Arrays.stream(labels).max().orElse(-1);
    if (Arrays.stream(labels).anyMatch(label -> label < 0)) {
      throw new DataException(place + ".of must know the label of every sample; some are -1");
    }
    this.known = known.size();
    numbers = new long[classes];
    Arrays.fill(numbers, -1);
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i) >= classes) {
        throw new ConfigurationException(
            "%s.known names class %d, but the data have classes 0 to %d"
                .formatted(place, known.get(i), classes - 1));
      }
      numbers[known.get(i)] = i;
    }
    int next = known.size();
    for (int i = 0; i < classes; i++) {
      if (numbers[i] < 0) {
        numbers[i] = next++;
      }
    }
  }

  int classes() {
    return numbers.length;
  }

  boolean isKnown(long number) {
    return number < known;
  }

  /** Returns the number of a class of the source. */
  long of(long label) {
    if (label < 0 || label >= numbers.length) {
      throw new DataException(
          "a sample is of class %d, which the training data do not have".formatted(label));
    }
    return numbers[(int) label];
  }
}
