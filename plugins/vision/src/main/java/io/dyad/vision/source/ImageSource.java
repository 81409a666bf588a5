package io.dyad.vision.source;

import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Serves images: uint8 samples of shape (N, C, H, W) with the target {@code label}. */
final class ImageSource implements DataSource {
  private final Map<String, ImageSplit> images;

  ImageSource(Map<String, ? extends ImageSplit> images) {
    this.images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
  }

  @Override
  public Set<String> splits() {
    return images.keySet();
  }

  @Override
  public long size(String split) {
    return images(split).size();
  }

  @Override
  public boolean isResident(String split) {
    return images(split).isResident();
  }

  @Override
  public Batch fetch(String split, long[] ids, Context context) {
    ImageSplit from = images(split);
    for (long id : ids) {
      if (id < 0 || id >= from.size()) {
        throw new DataException(
            "there is no sample " + id + "; ids run from 0 to " + (from.size() - 1));
      }
    }
    return from.fetch(ids, context);
  }

  private ImageSplit images(String split) {
    ImageSplit found = images.get(split);
    if (found == null) {
      throw new DataException("the data has no split \"" + split + "\"; it has " + images.keySet());
    }
    return found;
  }
}
