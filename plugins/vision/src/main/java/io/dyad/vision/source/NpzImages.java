package io.dyad.vision.source;

import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.Setup;
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
  private final Setup setup;

  private NpzImages(Path path, Map<String, NpyArray> arrays, ImageLayout layout, Setup setup) {
    this.path = path;
    this.arrays = arrays;
    this.layout = layout;
    this.setup = setup;
  }

  static Map<String, ResidentImages> read(Path path, NpzOptions options, Setup setup) {
    NpzImages file = new NpzImages(path, Npz.read(path), options.layout(), setup);
    Map<String, ResidentImages> splits = new LinkedHashMap<>();
    splits.put(Data.TRAIN, file.resident(options.trainImages(), options.trainLabels()));
    if (file.arrays.containsKey(options.testImages())) {
      splits.put(Data.TEST, file.resident(options.testImages(), options.testLabels()));
    }
    return splits;
  }

  private ResidentImages resident(String images, String labels) {
    return ArrayImages.resident(path + " " + images, array(images), array(labels), layout, setup);
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
