package io.dyad.vision.source;

import io.dyad.api.PluginException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;

/** A data file inside this plugin's jar, for readers that take paths. */
record EmbeddedFile(String name) {
  /** Reads the file by way of a temporary copy. */
  <T> T read(Function<Path, T> reader) {
    try (InputStream in = EmbeddedFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new PluginException("the vision plugin's jar lacks its data file " + name);
      }
      Path copy = Files.createTempFile("dyad-", ".data");
      try {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        return reader.apply(copy);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException("cannot copy " + name + " to a temporary file", cause);
    }
  }
}
