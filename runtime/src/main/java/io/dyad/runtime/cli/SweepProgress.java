package io.dyad.runtime.cli;

import io.dyad.runtime.run.Summary;
import io.dyad.runtime.sweep.RunOutcome;
import io.dyad.runtime.sweep.SweepPlan;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A line for each run that ends; below them a bar, only where a person watches. */
final class SweepProgress implements Consumer<RunOutcome>, AutoCloseable {
  private final Console console;
  private final SweepPlan plan;
  private final @Nullable ProgressBar bar;
  private int ended;

  SweepProgress(Console console, SweepPlan plan, boolean watched) {
    this.console = console;
    this.plan = plan;
    this.bar =
        watched
            ? new ProgressBarBuilder()
                .setTaskName("sweep")
                .setInitialMax(plan.trials().size())
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" runs", 1)
                .build()
            : null;
  }

  @Override
  public void accept(RunOutcome outcome) {
    if (outcome.isUnfinished()) {
      return;
    }
    ended++;
    String words =
        outcome
            .summary()
            .map(this::figures)
            .orElseGet(
                () ->
                    "failed (exit code %d): %s; all it said: %s"
                        .formatted(outcome.exitCode(), outcome.message(), outcome.log()));
    console.warn(
        "%d of %d  %s  %s".formatted(ended, plan.trials().size(), outcome.trial().id(), words));
    if (bar != null) {
      bar.stepTo(ended);
    }
  }

  private String figures(Summary summary) {
    StringBuilder words = new StringBuilder();
    Map<String, Double> figures = new TreeMap<>(summary.metrics().learned());
    if (!plan.columns().isEmpty()) {
      figures.keySet().retainAll(plan.columns());
    }
    figures.forEach(
        (name, value) -> words.append(String.format(Locale.ROOT, "%s %.3f  ", name, value)));
    return words.append(String.format(Locale.ROOT, "%.1f s", summary.seconds())).toString();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
