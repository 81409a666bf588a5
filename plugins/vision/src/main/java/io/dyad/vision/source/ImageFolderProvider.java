package io.dyad.vision.source;

import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Offers {@code image-folder}: PNG and JPEG files in a folder a class. */
@Stable
public final class ImageFolderProvider implements DataSourceProvider<ImageFolderOptions> {
  @Override
  public String name() {
    return "image-folder";
  }

  @Override
  public String summary() {
    return "PNG and JPEG files, one folder a class";
  }

  @Override
  public Class<ImageFolderOptions> options() {
    return ImageFolderOptions.class;
  }

  @Override
  public DataSource create(ImageFolderOptions options, Setup setup) {
    if (options.channels() == 2) {
      throw new ConfigurationException(setup.name() + ".channels must be 1 or 3; got 2");
    }
    Path folder = DataPath.existing(options.path(), "path", setup);
    FolderListing listing = FolderListing.of(folder, options.testFraction());
    check(listing, folder, options, setup);
    FolderDecoder decoder = new FolderDecoder(options);
    List<FolderSplit> splits =
        listing.splits().entrySet().stream()
            .map(split -> FolderSplit.of(split.getKey(), split.getValue(), decoder))
            .toList();
    long bytes = splits.stream().mapToLong(FolderSplit::bytes).sum();
    boolean resident = Residence.isWanted(options, bytes, setup);
    Map<String, ImageSplit> images = new LinkedHashMap<>();
    for (FolderSplit split : splits) {
      images.put(
          split.name(),
          resident
              ? new FolderLoader(split, decoder).load(setup)
              : new StreamedImages(split, decoder, setup));
    }
    return new ImageSource(images);
  }

  private static void check(
      FolderListing listing, Path folder, ImageFolderOptions options, Setup setup) {
    for (Map.Entry<String, List<ImageFile>> split : listing.splits().entrySet()) {
      if (split.getValue().isEmpty()) {
        throw new DataException(
            "%s.path: %s has no images for split \"%s\"; expected train/CLASS/*.png and test/CLASS/*.png, or CLASS/*.png (also .jpg, .jpeg)"
                .formatted(setup.name(), folder.toAbsolutePath(), split.getKey()));
      }
    }
    if (listing.classes().size() == 1 && !options.allowSingleClass()) {
      throw new DataException(
          "%s.path: %s has one class, %s, but evaluation needs two; add a folder for another, or set %s.allow-single-class = true to train without"
              .formatted(setup.name(), folder.toAbsolutePath(), listing.classes(), setup.name()));
    }
  }
}
