package io.dyad.vision.source;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.Targets;
import io.dyad.toolkit.view.TensorView;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Serves tables of images: uint8 samples of shape (N, C, H, W) with the target {@code label}. */
final class TableSource implements DataSource {
  private final Map<String, ImageTable> tables;

  TableSource(Map<String, ImageTable> tables) {
    this.tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
  }

  @Override
  public Set<String> splits() {
    return tables.keySet();
  }

  @Override
  public long size(String split) {
    return table(split).size();
  }

  @Override
  public Batch fetch(String split, long[] ids, Context context) {
    ImageTable table = table(split);
    NDArray host = table.images(ids, context.manager());
    NDArray images = host.toDevice(context.device(), false);
    if (images != host) {
      host.close();
    }
    NDArray labels = table.labels(ids, context.manager()).toDevice(context.device(), false);
    return Batch.of(ids, TensorView.of(images), Targets.of(Targets.LABEL, labels));
  }

  private ImageTable table(String split) {
    ImageTable table = tables.get(split);
    if (table == null) {
      throw new DataException("the data has no split \"" + split + "\"; it has " + tables.keySet());
    }
    return table;
  }
}
