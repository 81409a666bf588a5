package io.dyad.runtime.discovery.check;

import io.dyad.runtime.discovery.Plugins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at a plugin as a stranger's machine would: in a loader of its own, all at once. */
public final class PluginCheck {
  private PluginCheck() {}

  /**
   * Returns what is wrong with a plugin, errors first.
   *
   * @param plugin a jar, a folder of jars (the plugin and its libraries), or a folder of classes
   * @param installed the plugins it will live with
   * @param dyad the loader of the shared packages
   * @throws io.dyad.api.PluginException if it cannot be opened
   */
  public static List<Finding> of(Path plugin, Plugins installed, ClassLoader dyad) {
    Thread thread = Thread.currentThread();
    ClassLoader context = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try (PluginContents contents = PluginContents.open(plugin, dyad)) {
      List<Finding> findings = new ArrayList<>();
      findings.addAll(ManifestCheck.of(contents));
      findings.addAll(ServiceCheck.of(contents, installed));
      findings.addAll(PresetCheck.of(contents));
      findings.addAll(ClassFileCheck.of(contents));
      findings.addAll(KernelCheck.of(contents));
      return findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    } finally {
      thread.setContextClassLoader(context);
    }
  }
}
