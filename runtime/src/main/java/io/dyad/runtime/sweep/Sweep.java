package io.dyad.runtime.sweep;

import io.dyad.runtime.run.RunFolder;
import io.dyad.runtime.run.Summary;
import io.dyad.runtime.training.StopRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs what a sweep has left to do, as processes beside each other. */
public final class Sweep {
  private static final int NOT_STARTED = TrialProcess.SIGNAL;

  private final SweepFolder folder;
  private final SweepPlan plan;
  private final TrialProcess process;
  private final StopRequest stop;

  /**
   * Creates a sweep in its folder.
   *
   * @param dyad the command that starts Dyad, before its arguments
   * @param stop ends the running processes where they lose nothing; no other is started then
   */
  public Sweep(SweepFolder folder, List<String> dyad, StopRequest stop) {
    this.folder = folder;
    this.plan = folder.readPlan();
    this.process = new TrialProcess(dyad, stop);
    this.stop = stop;
  }

  /** Returns what is to be done. */
  public SweepPlan plan() {
    return plan;
  }

  /**
   * Runs everything that has no outcome yet, and returns all outcomes in the order of the plan.
   *
   * @param ended hears of each run that ends, or had ended before
   */
  public List<RunOutcome> run(Consumer<RunOutcome> ended) {
    ExecutorService workers = Executors.newFixedThreadPool(plan.parallel());
    try {
      CompletionService<RunOutcome> running = new ExecutorCompletionService<>(workers);
      plan.trials().forEach(trial -> running.submit(() -> run(trial)));
      Map<String, RunOutcome> outcomes = new LinkedHashMap<>();
      plan.trials().forEach(trial -> collect(running, outcomes, ended));
      return plan.trials().stream().map(trial -> outcome(trial, outcomes)).toList();
    } finally {
      workers.shutdownNow();
    }
  }

  private static void collect(
      CompletionService<RunOutcome> running,
      Map<String, RunOutcome> outcomes,
      Consumer<RunOutcome> ended) {
    try {
      RunOutcome outcome = running.take().get();
      outcomes.put(outcome.trial().id(), outcome);
      ended.accept(outcome);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while runs were going on", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a run could not be watched", e);
    }
  }

  private static RunOutcome outcome(Trial trial, Map<String, RunOutcome> outcomes) {
    return Optional.ofNullable(outcomes.get(trial.id()))
        .orElseThrow(() -> new IllegalStateException("no outcome of " + trial.id()));
  }

  private RunOutcome run(Trial trial) throws InterruptedException, IOException {
    Path log = folder.log(trial);
    Optional<RunFolder> before = folder.newest(trial);
    if (before.flatMap(Sweep::summary).isPresent()) {
      return new RunOutcome(trial, before.flatMap(Sweep::summary), 0, "", log);
    }
    if (stop.isMade()) {
      return new RunOutcome(trial, Optional.empty(), NOT_STARTED, "not started", log);
    }
    int exitCode = process.train(arguments(trial, before), log);
    Optional<Summary> summary = folder.newest(trial).flatMap(Sweep::summary);
    return new RunOutcome(trial, summary, exitCode, summary.isPresent() ? "" : words(log), log);
  }

  private List<String> arguments(Trial trial, Optional<RunFolder> before) {
    List<String> arguments = new ArrayList<>(List.of("--json"));
    if (before.isPresent() && hasCheckpoint(before.get())) {
      arguments.addAll(List.of("--resume", before.get().path().toString()));
    } else {
      arguments.addAll(List.of("--runs", folder.runs().toString()));
      arguments.add(folder.config(trial).toString());
    }
    return arguments;
  }

  private static boolean hasCheckpoint(RunFolder run) {
    try (Stream<Path> saved = Files.list(run.path().resolve("checkpoints"))) {
      return saved.findAny().isPresent();
    } catch (IOException none) {
      return false;
    }
  }

  private static Optional<Summary> summary(RunFolder run) {
    return Files.exists(run.summary())
        ? Optional.of(Summary.read(run.summary()))
        : Optional.empty();
  }

  private static String words(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
  }
}
