package io.dyad.contract.wrong;

import static java.util.Objects.requireNonNull;

import io.dyad.api.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder with one provider and, beside it, a class of the API; it loads the provider itself. */
final class CrowdedFolder extends URLClassLoader {
  private final String provider;

  private CrowdedFolder(Path folder, Class<?> provider) throws IOException {
    super(new URL[] {folder.toUri().toURL()}, provider.getClassLoader());
    this.provider = provider.getName();
  }

  /** Fills the folder and returns a provider that was loaded from it. */
  @SuppressWarnings("unchecked")
  static <T extends Provider<?, ?>> T load(Path folder, Class<T> provider) {
    try {
      copy(provider, folder);
      copy(Provider.class, folder);
      Class<?> loaded = new CrowdedFolder(folder, provider).loadClass(provider.getName());
      return (T) loaded.getConstructor().newInstance();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Class<?> type, Path folder) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    Path target = folder.resolve(file);
    Files.createDirectories(requireNonNull(target.getParent()));
    try (InputStream in = requireNonNull(type.getClassLoader()).getResourceAsStream(file)) {
      Files.copy(requireNonNull(in), target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.equals(provider) && findLoadedClass(name) == null
        ? findClass(name)
        : super.loadClass(name, resolve);
  }
}
