package io.dyad.runtime.cli;

import io.dyad.runtime.report.learned.Watcher;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A line for each piece of work on the error stream, and a bar where a person watches. */
final class ConsoleWatcher implements Watcher, AutoCloseable {
  private final Console console;
  private final boolean watched;
  private @Nullable ProgressBar bar;

  ConsoleWatcher(Console console, boolean watched) {
    this.console = console;
    this.watched = watched;
  }

  @Override
  public void begins(String work) {
    close();
    console.warn(work);
  }

  @Override
  public void reached(int done, int total) {
    if (!watched) {
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("samples")
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .build();
    }
    bar.stepTo(done);
    if (done == total) {
      close();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
