package io.dyad.runtime.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the commands. */
@Command(
    name = "dyad",
    description = "Contrastive representation learning for the JVM.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      TrainCommand.class,
      SweepCommand.class,
      EvaluateCommand.class,
      EmbedCommand.class,
      ReportCommand.class,
      BenchCommand.class,
      ConfigCommand.class,
      PluginsCommand.class,
      NewPluginCommand.class,
      DoctorCommand.class
    })
final class DyadCommand implements Runnable {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the log and stack traces of failures.")
  private boolean debug;

  @Mixin private PluginFolders pluginFolders = new PluginFolders();

  @Spec private CommandSpec spec = CommandSpec.create();

  boolean debug() {
    return debug;
  }

  PluginFolders pluginFolders() {
    return pluginFolders;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
