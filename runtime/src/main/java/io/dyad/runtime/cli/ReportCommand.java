package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.report.Report;
import io.dyad.runtime.report.ReportedRun;
import io.dyad.runtime.report.RunSections;
import io.dyad.runtime.report.Section;
import io.dyad.runtime.report.learned.Findings;
import io.dyad.runtime.report.learned.LearnedSections;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a page about runs. */
@Command(
    name = "report",
    description = "Write a page about a run, or about several to compare, as one HTML file.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Runnable {
  /** The pictures of all runs together; a page of some megabytes still opens at once. */
  private static final int MOST_BYTES = 2_500_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run folders.")
  private List<Path> runs = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file (default: RUN/report.html; of several runs, report.html here).")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--figures-only",
      description = "Leave out what needs the network: map, neighbours and views.")
  private boolean figuresOnly;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    Console console = Console.of(spec.commandLine());
    List<ReportedRun> read = runs.stream().map(ReportedRun::read).toList();
    List<Section> sections = new ArrayList<>(RunSections.measured(read));
    if (!figuresOnly) {
      sections.addAll(learned(read, console));
    }
    sections.addAll(RunSections.conditions(read));
    Path file = output.orElseGet(this::place);
    Report.of(read, sections).write(file);
    if (json) {
      console.json(Map.of("report", file.toString()));
    } else {
      console.print("report: " + file);
    }
  }

  private List<Section> learned(List<ReportedRun> read, Console console) {
    Plugins plugins = InstalledPlugins.load(console);
    List<Section> sections = new ArrayList<>();
    try (ConsoleWatcher watcher = new ConsoleWatcher(console, System.console() != null)) {
      for (int i = 0; i < runs.size(); i++) {
        Findings findings = Findings.of(runs.get(i), plugins, MOST_BYTES / runs.size(), watcher);
        sections.addAll(
            runs.size() == 1
                ? LearnedSections.of("", "", findings)
                : LearnedSections.of("run-" + (i + 1), read.get(i).name(), findings));
      }
    }
    return sections;
  }

  private Path place() {
    return runs.size() == 1 ? runs.get(0).resolve("report.html") : Path.of("report.html");
  }
}
