package io.dyad.vision.source;

import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.toolkit.file.NpyArray;
import io.dyad.toolkit.file.Npz;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the splits of a NumPy archive. */
final class NpzImages {
  private final Path path;
  private final Map<String, NpyArray> arrays;
  private final ImageLayout layout;

  private NpzImages(Path path, Map<String, NpyArray> arrays, ImageLayout layout) {
    this.path = path;
    this.arrays = arrays;
    this.layout = layout;
  }

  static Map<String, ImageTable> read(Path path, NpzOptions options) {
    NpzImages file = new NpzImages(path, Npz.read(path), options.layout());
    Map<String, ImageTable> tables = new LinkedHashMap<>();
    tables.put(Data.TRAIN, file.table(options.trainImages(), options.trainLabels()));
    if (file.arrays.containsKey(options.testImages())) {
      tables.put(Data.TEST, file.table(options.testImages(), options.testLabels()));
    }
    return tables;
  }

  private ImageTable table(String images, String labels) {
    return ArrayImages.table(path + " " + images, array(images), array(labels), layout);
  }

  private NpyArray array(String name) {
    NpyArray array = arrays.get(name);
    if (array == null) {
      throw new DataException(
          "%s has no array \"%s\"; it has %s".formatted(path, name, arrays.keySet()));
    }
    return array;
  }
}
