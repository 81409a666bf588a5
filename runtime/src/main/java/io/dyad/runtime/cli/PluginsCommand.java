package io.dyad.runtime.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about plugins. */
@Command(
    name = "plugins",
    description = "Show what can be named in a configuration.",
    mixinStandardHelpOptions = true,
    subcommands = {
      PluginsListCommand.class,
      PluginsShowCommand.class,
      PluginsMethodsCommand.class,
      PluginsCheckCommand.class
    })
final class PluginsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "list, show, methods or check?");
  }
}
