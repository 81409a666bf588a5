package io.dyad.vision.source;

import io.dyad.api.Data;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import java.util.LinkedHashMap;
import java.util.Map;

/** Offers {@code idx}. */
@Stable
public final class IdxProvider implements DataSourceProvider<IdxOptions> {
  @Override
  public String name() {
    return "idx";
  }

  @Override
  public String summary() {
    return "images and classes in IDX files, as MNIST and its relatives come";
  }

  @Override
  public Class<IdxOptions> options() {
    return IdxOptions.class;
  }

  @Override
  public DataSource create(IdxOptions options, Setup setup) {
    Map<String, ResidentImages> images = new LinkedHashMap<>();
    images.put(Data.TRAIN, read("train", options.train(), setup));
    options.test().ifPresent(test -> images.put(Data.TEST, read("test", test, setup)));
    return new ImageSource(images);
  }

  private static ResidentImages read(String split, IdxFiles files, Setup setup) {
    DataPath.existing(files.images(), split + ".images", setup);
    DataPath.existing(files.labels(), split + ".labels", setup);
    return files.read(setup);
  }
}
