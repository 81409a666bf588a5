package io.dyad.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the sources of kernels from the jar of the class that owns them. */
final class KernelSources {
  private KernelSources() {}

  static String read(Class<?> owner, String name) {
    String file = name + ".kernel";
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new KernelException(
            "there is no kernel " + file + " beside " + owner.getName() + " in its jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
