package io.dyad.vision.source;

import io.dyad.api.DataException;
import io.dyad.api.Setup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes all files of a split on several threads; broken files are left out with a warning. */
final class FolderLoader {
  private final FolderSplit split;
  private final FolderDecoder decoder;
  private final NavigableMap<Integer, String> broken = new ConcurrentSkipListMap<>();
  private final NavigableMap<Integer, DataException> misfits = new ConcurrentSkipListMap<>();

  FolderLoader(FolderSplit split, FolderDecoder decoder) {
    this.split = split;
    this.decoder = decoder;
  }

  /**
   * Returns the images.
   *
   * @throws DataException if sizes differ
   */
  ResidentImages load(Setup setup) {
    List<ImageFile> files = split.files();
    HostImages room = new HostImages(files.size(), split.sample(), setup.manager());
    IntStream.range(0, files.size()).parallel().forEach(i -> decode(i, room));
    if (!misfits.isEmpty()) {
      throw misfits.firstEntry().getValue();
    }
    ResidentImages images = ResidentImages.of(room.array(), false, split.labels(), setup);
    if (broken.isEmpty()) {
      return images;
    }
    warn();
    return images.only(
        IntStream.range(0, files.size())
            .filter(i -> !broken.containsKey(i))
            .asLongStream()
            .toArray());
  }

  private void decode(int index, HostImages room) {
    try {
      room.put(index, decoder.pixels(split.files().get(index), split));
    } catch (IOException unreadable) {
      broken.put(index, String.valueOf(unreadable.getMessage()));
    } catch (DataException otherSize) {
      misfits.put(index, otherSize);
    }
  }

  private void warn() {
    List<String> problems = new ArrayList<>();
    broken.forEach(
        (index, reason) -> problems.add(FolderSplit.problem(split.files().get(index), reason)));
    Logger log = LoggerFactory.getLogger(FolderLoader.class);
    log.warn(
        "{} of {} files of split \"{}\" cannot be read and are left out; the first: {}",
        broken.size(),
        split.files().size(),
        split.name(),
        FolderSplit.firstOf(problems));
  }
}
