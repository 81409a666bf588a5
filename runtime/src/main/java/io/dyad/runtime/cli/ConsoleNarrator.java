package io.dyad.runtime.cli;

import io.dyad.api.Progress;
import io.dyad.runtime.session.Narrator;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Lines and a progress bar on the error stream; the bar only where a person watches. */
final class ConsoleNarrator implements Narrator {
  private final Console console;
  private final boolean watched;
  private @Nullable ProgressBar bar;

  ConsoleNarrator(Console console, boolean watched) {
    this.console = console;
    this.watched = watched;
  }

  @Override
  public void say(String line) {
    console.warn(line);
  }

  @Override
  public void trainingStarts(Progress progress) {
    say("training for %d epochs, %d steps".formatted(progress.epochs(), progress.steps()));
    if (watched) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("train")
              .setInitialMax(progress.steps())
              .startsFrom(progress.step(), Duration.ZERO)
              .setStyle(ProgressBarStyle.ASCII)
              .setUnit(" steps", 1)
              .showSpeed()
              .build();
    }
  }

  @Override
  public void stepped(Progress progress, double loss) {
    if (bar != null) {
      bar.stepTo(progress.step() + 1);
      bar.setExtraMessage(String.format(Locale.ROOT, " loss %.4f", loss));
    }
  }

  @Override
  public void trainingEnds() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
