package io.dyad.runtime.training;

import io.dyad.api.SliceableView;
import io.dyad.api.TaggedView;
import io.dyad.api.Views;
import java.util.Optional;

/** Whether batches can be encoded in chunks, where {@code train.micro-batch} asks for it. */
final class MicroBatchCheck {
  private static final String SETTING = "train.micro-batch";

  private MicroBatchCheck() {}

  /**
   * Notes what is in the way.
   *
   * @param views of a small batch
   */
  static void check(Assembly assembly, Views views, Mistakes mistakes) {
    long most = assembly.experiment().train().microBatch();
    if (most == 0) {
      return;
    }
    long batch = assembly.data().smallestBatch();
    for (TaggedView view : views.all()) {
      if (!(view.view() instanceof SliceableView rows && rows.slices())) {
        mistakes.add(
            SETTING,
            "train.micro-batch encodes some rows of a view at a time, and the rows of \"%s\" (%s) cannot be parted; set train.micro-batch = 0 and, if memory is short, a smaller train.batch-size"
                .formatted(view.name(), view.view().getClass().getSimpleName()));
      }
    }
    assembly.networks().values().stream()
        .flatMap(network -> network.trainedParts().stream())
        .flatMap(part -> tooFew(part, batch, most).stream())
        .forEach(problem -> mistakes.add(SETTING, problem));
  }

  private static Optional<String> tooFew(Part<?> part, long batch, long most) {
    int needed = part.component().needs().batch();
    if (needed > batch || least(batch, most) >= needed) {
      return Optional.empty();
    }
    long enough = most;
    while (least(batch, enough) < needed) {
      enough++;
    }
    return Optional.of(
        "%s needs at least %d samples in a call, and train.micro-batch = %d leaves %d; set train.micro-batch = %d"
            .formatted(part.path(), needed, most, least(batch, most), enough));
  }

  /** Returns the rows of the smallest chunk. */
  private static long least(long batch, long most) {
    return batch / Chunk.count(batch, most);
  }
}
