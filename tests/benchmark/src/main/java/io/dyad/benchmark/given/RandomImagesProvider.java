package io.dyad.benchmark.given;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Targets;
import io.dyad.toolkit.view.TensorView;
import java.util.Set;

/** Offers {@code random-images}: 8-bit images whose every pixel is drawn by itself. */
public final class RandomImagesProvider implements DataSourceProvider<RandomImagesOptions> {
  @Override
  public String name() {
    return "random-images";
  }

  @Override
  public String summary() {
    return "8-bit images of independent random pixels";
  }

  @Override
  public Class<RandomImagesOptions> options() {
    return RandomImagesOptions.class;
  }

  @Override
  public DataSource create(RandomImagesOptions options, Setup setup) {
    return new RandomImages(options);
  }

  private record RandomImages(RandomImagesOptions options) implements DataSource {
    @Override
    public Set<String> splits() {
      return Set.of(Data.TRAIN);
    }

    @Override
    public long size(String split) {
      return options.samples();
    }

    @Override
    public Batch fetch(String split, long[] ids, Context context) {
      Shape shape = new Shape(ids.length, options.channels(), options.side(), options.side());
      NDArray pixels = context.draws().forSamples(ids).integers("pixels", 256, shape);
      return Batch.of(ids, TensorView.of(pixels.toType(DataType.UINT8, false)), Targets.NONE);
    }
  }
}
