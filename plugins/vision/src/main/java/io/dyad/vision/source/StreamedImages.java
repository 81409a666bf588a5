package io.dyad.vision.source;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.Mode;
import io.dyad.api.Setup;
import io.dyad.api.Targets;
import io.dyad.toolkit.view.TensorView;
import java.io.IOException;
import java.util.Arrays;

/**
 * Image files that are decoded when a batch needs them. Batches of training are written into a
 * ring; any others, which may be of any size and kept for any time, into memory of their own.
 */
final class StreamedImages implements ImageSplit {
  private final FolderSplit split;
  private final FolderDecoder decoder;
  private final StagingRing ring;

  StreamedImages(FolderSplit split, FolderDecoder decoder, Setup setup) {
    this.split = split;
    this.decoder = decoder;
    this.ring = new StagingRing(split.sample(), setup.manager());
  }

  @Override
  public int size() {
    return split.files().size();
  }

  @Override
  public boolean isResident() {
    return false;
  }

  StagingRing ring() {
    return ring;
  }

  @Override
  public Batch fetch(long[] ids, Context context) {
    NDArray images = context.mode() == Mode.TRAIN ? staged(ids, context) : own(ids, context);
    long[] labels = Arrays.stream(ids).map(id -> split.files().get((int) id).label()).toArray();
    NDArray classes = HostArrays.of(labels, context.manager());
    return Batch.of(
        ids,
        TensorView.of(HostArrays.moved(images, context.device())),
        Targets.of(Targets.LABEL, HostArrays.moved(classes, context.device())));
  }

  private NDArray staged(long[] ids, Context context) {
    StagingRing.Loan loan = ring.lend(ids.length, context.manager());
    decode(ids, loan.room());
    return loan.images();
  }

  private NDArray own(long[] ids, Context context) {
    HostImages room = new HostImages(ids.length, split.sample(), context.manager());
    decode(ids, room);
    return room.array();
  }

  private void decode(long[] ids, HostImages room) {
    for (int i = 0; i < ids.length; i++) {
      ImageFile file = split.files().get((int) ids[i]);
      try {
        room.put(i, decoder.pixels(file, split));
      } catch (IOException broken) {
        throw new DataException(
            "%s: sample %d of split \"%s\" cannot be read (%s); mend or remove the file, or set resident = yes, which leaves such files out"
                .formatted(file.path(), ids[i], split.name(), broken.getMessage()),
            broken);
      }
    }
  }
}
