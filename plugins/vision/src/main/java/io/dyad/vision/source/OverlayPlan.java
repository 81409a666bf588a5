package io.dyad.vision.source;

import io.dyad.api.DataException;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * What is drawn over which sample of a split, and where.
 *
 * @param chosen the sample that is drawn, -1 for none
 * @param across place in the free room across and down, in [0, 1)
 * @param overlaid the samples that something is drawn over, in their order
 */
record OverlayPlan(long[] chosen, double[] across, double[] down, long[] overlaid) {
  /** A place in the free room, both in [0, 1). */
  record Place(double across, double down) {}

  static OverlayPlan of(long samples, long figures, OverlayOptions options, String split) {
    SplittableRandom random = new SplittableRandom(options.seed() * 31 + split.hashCode());
    int size = Math.toIntExact(samples);
    long[] chosen = new long[size];
    double[] across = new double[size];
    double[] down = new double[size];
    for (int i = 0; i < size; i++) {
      boolean drawn = random.nextDouble() < options.share();
      long figure = random.nextLong(figures);
      chosen[i] = drawn ? figure : -1;
      across[i] = random.nextDouble();
      down[i] = random.nextDouble();
    }
    long[] overlaid = LongStream.range(0, size).filter(i -> chosen[(int) i] >= 0).toArray();
    return new OverlayPlan(chosen, across, down, overlaid);
  }

  /** Returns the samples of the split with all samples that have these places in the companion. */
  long[] samples(long[] ids) {
    long[] samples = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] < 0 || ids[i] >= overlaid.length) {
        throw new DataException(
            "there is no sample " + ids[i] + "; ids run from 0 to " + (overlaid.length - 1));
      }
      samples[i] = overlaid[Math.toIntExact(ids[i])];
    }
    return samples;
  }

  /** Returns 1 where something is drawn, else 0. */
  long domain(long sample) {
    return chosen[Math.toIntExact(sample)] >= 0 ? 1 : 0;
  }

  long chosen(long sample) {
    return chosen[Math.toIntExact(sample)];
  }

  Place place(long sample) {
    int i = Math.toIntExact(sample);
    return new Place(across[i], down[i]);
  }
}
