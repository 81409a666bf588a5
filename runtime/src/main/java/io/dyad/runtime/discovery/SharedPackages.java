package io.dyad.runtime.discovery;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.List;

/**
 * The parent of every plugin's own loader: the JDK, and of Dyad's classes the shared packages only.
 *
 * <p>So a plugin never meets Dyad's libraries, nor another plugin's, and may bring any version of
 * them; service files and presets come from the plugin's own jars alone.
 */
public final class SharedPackages extends ClassLoader {
  /** What Dyad and all plugins have in common. */
  public static final List<String> NAMES =
      List.of("io.dyad.api", "io.dyad.toolkit", "ai.djl", "com.sun.jna", "org.slf4j");

  private final ClassLoader dyad;

  SharedPackages(ClassLoader dyad) {
    super("shared", ClassLoader.getPlatformClassLoader());
    this.dyad = dyad;
  }

  /** Returns whether a class is always Dyad's own; the name may have dots or slashes. */
  public static boolean include(String className) {
    String dotted = className.replace('/', '.');
    return NAMES.stream().anyMatch(shared -> dotted.startsWith(shared + "."));
  }

  /** Returns whether Dyad itself has a class, shared or not. */
  boolean dyadHas(String className) {
    return dyad.getResource(className.replace('.', '/') + ".class") != null;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return include(name) ? dyad.loadClass(name) : super.loadClass(name, resolve);
  }

  @Override
  protected URL findResource(String name) {
    return include(name) ? dyad.getResource(name) : super.findResource(name);
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    return include(name) ? dyad.getResources(name) : super.findResources(name);
  }
}
