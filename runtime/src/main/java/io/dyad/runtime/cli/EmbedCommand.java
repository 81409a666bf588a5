package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.run.EmbeddingFormat;
import io.dyad.runtime.run.EmbeddingTable;
import io.dyad.runtime.session.Embedding;
import io.dyad.runtime.session.Session;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the embeddings of data by a run's network. */
@Command(
    name = "embed",
    description = {
      "Embed a split of a run's data into a file.",
      "Other data: --set data.use=image-folder --set data.path=DIR."
    },
    mixinStandardHelpOptions = true)
final class EmbedCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private RunArguments arguments = new RunArguments();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SPLIT",
      description = "The split that is embedded (default: test; train, if there is no other).")
  private @Nullable String split;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "embeddings.npz",
      description = "The file, in the format of its ending (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("embeddings.npz");

  @Option(names = "--format", paramLabel = "FORMAT", description = "npz, csv or parquet.")
  private @Nullable String format;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      defaultValue = "representation",
      description = "The output of the network (default: ${DEFAULT-VALUE}).")
  private String layer = "representation";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** What scripts are told: the file, its samples, and the numbers of each. */
  private record Written(String file, long rows, long width) {}

  @Override
  public void run() {
    Console console = Console.of(spec.commandLine());
    EmbeddingFormat chosen = EmbeddingFormat.of(format, output);
    Plugins plugins = InstalledPlugins.load(console);
    try (Session session = arguments.open(plugins)) {
      Embedding embedding = session.get(Embedding.class);
      EmbeddingTable table = embedding.table(split == null ? embedding.usualSplit() : split, layer);
      chosen.write(output, table);
      if (json) {
        console.json(new Written(output.toString(), table.rows(), table.width()));
      } else {
        console.print("%d x %d written to %s".formatted(table.rows(), table.width(), output));
      }
    }
  }
}
