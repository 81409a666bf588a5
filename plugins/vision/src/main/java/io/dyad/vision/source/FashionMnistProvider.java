package io.dyad.vision.source;

import io.dyad.api.Data;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.toolkit.file.Idx;
import io.dyad.toolkit.file.NpyArray;
import java.util.Map;

/** Offers {@code fashion-mnist}. */
@Stable
public final class FashionMnistProvider implements DataSourceProvider<NoOptions> {
  @Override
  public String name() {
    return "fashion-mnist";
  }

  @Override
  public String summary() {
    return "10000 + 2000 images of clothes, 28 x 28 grey; ships with Dyad";
  }

  @Override
  public String source() {
    return "Xiao, Rasul and Vollgraf 2017, Fashion-MNIST (MIT, (c) 2017 Zalando SE)";
  }

  @Override
  public Class<NoOptions> options() {
    return NoOptions.class;
  }

  @Override
  public DataSource create(NoOptions options, Setup setup) {
    return new ImageSource(
        Map.of(Data.TRAIN, images("train", setup), Data.TEST, images("test", setup)));
  }

  private static ResidentImages images(String split, Setup setup) {
    NpyArray images =
        new EmbeddedFile("fashion-mnist/" + split + "-images-idx3-ubyte.gz").read(Idx::read);
    NpyArray labels =
        new EmbeddedFile("fashion-mnist/" + split + "-labels-idx1-ubyte.gz").read(Idx::read);
    return ArrayImages.resident("fashion-mnist " + split, images, labels, ImageLayout.NCHW, setup);
  }
}
