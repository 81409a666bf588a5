package io.dyad.runtime.discovery.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of kernels have content and lie beside a class, where they are looked for. */
final class KernelCheck {
  private KernelCheck() {}

  static List<Finding> of(PluginContents contents) {
    Set<String> folders =
        contents.files().stream()
            .filter(PluginFile::isClass)
            .map(PluginFile::folder)
            .collect(Collectors.toSet());
    return contents.files().stream()
        .filter(file -> file.name().endsWith(".kernel"))
        .flatMap(file -> look(file, folders))
        .toList();
  }

  private static Stream<Finding> look(PluginFile kernel, Set<String> folders) {
    if (kernel.lines().isEmpty()) {
      return Stream.of(Finding.error(kernel.where(), "is empty", "write the functions into it"));
    }
    return folders.contains(kernel.folder())
        ? Stream.of()
        : Stream.of(
            Finding.error(
                kernel.where(),
                "lies beside no class, so that setup.kernels().resource does not find it",
                "move it into the package of the class that compiles it"));
  }
}
