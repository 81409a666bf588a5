package io.dyad.runtime.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads small resources of plugin jars. */
public final class Texts {
  private Texts() {}

  /** Returns the lines that say something, without comments and surrounding space. */
  public static List<String> lines(URL resource) throws IOException {
    return lines(read(resource));
  }

  /** Returns the lines of a list that say something, without comments and surrounding space. */
  public static List<String> lines(String text) {
    return text.lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Returns the whole text; the jar is not kept open. */
  static String read(URL resource) throws IOException {
    URLConnection connection = resource.openConnection();
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
