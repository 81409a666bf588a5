package io.dyad.vision.source;

import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Offers {@code npz}. */
@Stable
public final class NpzProvider implements DataSourceProvider<NpzOptions> {
  @Override
  public String name() {
    return "npz";
  }

  @Override
  public String summary() {
    return "images and classes in a NumPy archive";
  }

  @Override
  public Class<NpzOptions> options() {
    return NpzOptions.class;
  }

  @Override
  public DataSource create(NpzOptions options, Setup setup) {
    Path path = DataPath.existing(options.path(), "path", setup);
    return new ImageSource(NpzImages.read(archive(path, setup), options, setup));
  }

  /** Returns the archive itself, or the only one in a folder. */
  private static Path archive(Path path, Setup setup) {
    if (!Files.isDirectory(path)) {
      return path;
    }
    try (Stream<Path> files = Files.list(path)) {
      List<Path> archives =
          files.filter(file -> file.toString().endsWith(".npz")).sorted().toList();
      if (archives.size() != 1) {
        throw new DataException(
            "%s.path: %s is a folder with %d .npz files %s; name one of them"
                .formatted(
                    setup.name(),
                    path,
                    archives.size(),
                    archives.stream().map(Path::getFileName).toList()));
      }
      return archives.get(0);
    } catch (IOException e) {
      throw new DataException("cannot read the folder " + path + ": " + e, e);
    }
  }
}
