package io.dyad.runtime.discovery;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;

/** Finds the jar whose service file names a class that cannot be loaded. */
final class ServiceFiles {
  private ServiceFiles() {}

  /** Returns the jar of the service file that the error is about, or one without a name. */
  static Jar jarOf(ExtensionPoint point, ClassLoader loader, Throwable error) {
    String path = "META-INF/services/" + point.service().getName();
    String message = String.valueOf(error.getMessage());
    try {
      for (URL file : Collections.list(loader.getResources(path))) {
        if (message.contains(file.toString())
            || Texts.lines(file).stream()
                .anyMatch(
                    name -> message.contains(name) || message.contains(name.replace('.', '/')))) {
          return Jar.holding(file, path);
        }
      }
      return new Jar("an unknown jar", "", "");
    } catch (IOException e) {
      return new Jar("an unreadable jar", "", String.valueOf(e.getMessage()));
    }
  }
}
