package io.dyad.runtime.evaluation;

import io.dyad.api.DataException;
import io.dyad.api.Draws;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which samples of a split are fitted, which choose, and which are tested, by number. Samples
 * without a label are in no part.
 *
 * @param name for messages
 */
@SuppressWarnings("ArrayRecordComponent") // made once and read; not compared
record Partition(String name, long[] train, long[] validation, long[] test) {
  private static final long NONE = 3;

  /**
   * Returns the partition that a target says.
   *
   * @param values 0 train, 1 validation, 2 test, 3 none, of each sample
   * @param labels -1 where there is none
   * @throws DataException if a value is another; the message names the sample
   */
  static Partition of(String name, long[] values, long[] labels) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0 || values[i] > NONE) {
        throw new DataException(
            "target \"%s\" of sample %d is %d; a partition says 0 (train), 1 (validation), 2 (test) or 3 (none)"
                .formatted(name, i, values[i]));
      }
    }
    return new Partition(
        name,
        places(values.length, i -> values[i] == 0 && labels[i] >= 0),
        places(values.length, i -> values[i] == 1 && labels[i] >= 0),
        places(values.length, i -> values[i] == 2 && labels[i] >= 0));
  }

  /** Returns a partition drawn plainly among the samples that have a label. */
  static Partition random(String name, RandomPartitionOptions options, long[] labels, Draws draws) {
    long[] known = places(labels.length, i -> labels[i] >= 0);
    long[] order = draws.permutation("samples", known.length).toLongArray();
    long[] shuffled = Arrays.stream(order).map(place -> known[(int) place]).toArray();
    int train = part(options.train(), known.length);
    int validation = train + part(options.validation(), known.length);
    return new Partition(
        name,
        some(shuffled, 0, train),
        some(shuffled, train, validation),
        some(shuffled, validation, known.length));
  }

  /** A share that is asked for has at least one sample. */
  private static int part(double share, int all) {
    return share == 0 ? 0 : (int) Math.max(1, Math.round(share * all));
  }

  /** In ascending order, so that the order of draws does not reach the last digits of a sum. */
  private static long[] some(long[] shuffled, int from, int to) {
    int end = Math.min(to, shuffled.length);
    return Arrays.stream(shuffled, Math.min(from, end), end).sorted().toArray();
  }

  private static long[] places(int count, IntPredicate chosen) {
    return IntStream.range(0, count).filter(chosen).asLongStream().toArray();
  }

  /**
   * Requires parts that are not empty.
   *
   * @param choosing whether validation samples are needed
   * @throws DataException naming the part that is, and what to do
   */
  Partition complete(boolean choosing) {
    require(train, "train (0)", "choose a partition that has some");
    require(test, "test (2)", "choose a partition that has some");
    if (choosing) {
      require(
          validation,
          "validation (1)",
          "choose a partition that has some, draw one with random {}, or fix the penalty: penalties = [1]");
    }
    return this;
  }

  private void require(long[] part, String which, String advice) {
    if (part.length == 0) {
      throw new DataException(
          "partition \"%s\" has no labelled %s sample; %s".formatted(name, which, advice));
    }
  }
}
