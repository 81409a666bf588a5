package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.method.MethodsPage;
import io.dyad.runtime.method.RecordedResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the page about all methods. */
@Command(
    name = "methods",
    description = {
      "Print one table of all methods as Markdown: what each needs, which reference vectors",
      "it passes, how it does in the small check. It is docs/methods.md."
    },
    mixinStandardHelpOptions = true)
final class PluginsMethodsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    Console console = Console.of(spec.commandLine());
    Plugins plugins = InstalledPlugins.load(console);
    RecordedResults results = RecordedResults.of(console.pluginFolders().loaders());
    console.print(MethodsPage.write(plugins, results).stripTrailing());
  }
}
