package io.dyad.runtime.discovery;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Loads what one folder of the plugin path holds, apart from everything else. */
public final class PluginLoader extends URLClassLoader {
  static {
    ClassLoader.registerAsParallelCapable();
  }

  private final Path folder;
  private final SharedPackages shared;

  private PluginLoader(Path folder, List<Path> jars, SharedPackages shared) {
    super("plugins of " + folder, urls(jars), shared);
    this.folder = folder;
    this.shared = shared;
  }

  /**
   * Opens a loader.
   *
   * @param folder what it is called after
   * @param jars files, or folders of classes
   * @param dyad the loader of the shared packages
   */
  public static PluginLoader of(Path folder, List<Path> jars, ClassLoader dyad) {
    return new PluginLoader(folder, jars, new SharedPackages(dyad));
  }

  /** Returns how users know a loader: by its folder, or as {@code class path}. */
  static String name(ClassLoader loader) {
    return loader instanceof PluginLoader own ? own.folder().toString() : "class path";
  }

  /** Returns the folder whose jars these are. */
  public Path folder() {
    return folder;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      return super.findClass(name);
    } catch (ClassNotFoundException e) {
      throw new ClassNotFoundException(name + " " + missing(name), e);
    }
  }

  private String missing(String name) {
    if (name.startsWith("io.dyad.runtime.")) {
      return "belongs to Dyad's runtime, which plugins do not see; use io.dyad.api and"
          + " io.dyad.toolkit";
    }
    return (shared.dyadHas(name)
            ? "is Dyad's own, not shared with plugins"
            : "is in none of the jars")
        + "; put its jar into "
        + folder;
  }

  private static URL[] urls(List<Path> jars) {
    URL[] urls = new URL[jars.size()];
    try {
      for (int i = 0; i < urls.length; i++) {
        urls[i] = jars.get(i).toUri().toURL();
      }
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("a file has no address", e);
    }
    return urls;
  }
}
