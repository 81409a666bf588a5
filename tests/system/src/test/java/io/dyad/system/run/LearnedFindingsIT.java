package io.dyad.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.report.Report;
import io.dyad.runtime.report.learned.EmbeddingMap;
import io.dyad.runtime.report.learned.Findings;
import io.dyad.runtime.report.learned.Layout;
import io.dyad.runtime.report.learned.LearnedSections;
import io.dyad.runtime.report.learned.NeighbourGrid;
import io.dyad.runtime.report.learned.ViewStrip;
import io.dyad.runtime.report.learned.Watcher;
import io.dyad.system.command.FinishedRun;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedFindingsIT {
  private static final int MOST_BYTES = 2_000_000;

  @TempDir private Path folder = Path.of("");

  @Test
  void a_run_has_the_same_map_neighbours_and_views_whenever_it_is_looked_at() {
    Path run = FinishedRun.oneEpoch(folder).folder();
    Findings findings = look(run);
    EmbeddingMap map = findings.map().value().orElseThrow();
    NeighbourGrid grid = findings.neighbours().value().orElseThrow();
    ViewStrip strip = findings.views().value().orElseThrow();
    assertThat(map.ids()).hasSize(500);
    assertThat(map.layouts()).extracting(Layout::name).containsExactly("UMAP", "PCA");
    assertThat(map.sheet().orElseThrow().count()).isEqualTo(500);
    assertThat(grid.queries()).hasSize(10).allMatch(query -> query.learned().size() == 5);
    assertThat(grid.queries()).allMatch(query -> query.raw().size() == 5);
    assertThat(grid.sheet().orElseThrow().count()).isEqualTo(10 + grid.bankIds().length);
    assertThat(strip.sheet().count())
        .isEqualTo(strip.ids().length * (1 + strip.draws() * strip.views().size()));
    String page = page(findings);
    assertThat(page).hasSizeLessThan(1_500_000);
    assertThat(page(look(run))).isEqualTo(page);
  }

  @Test
  void training_brings_samples_of_a_class_together_on_the_map() {
    Path untrained =
        FinishedRun.oneEpoch(
                folder.resolve("untrained"), "--set", "train.optimizer.learning-rate=1e-9")
            .folder();
    Path trained =
        FinishedRun.oneEpoch(folder.resolve("trained"), "--set", "train.epochs=150").folder();
    assertThat(together(look(trained))).isGreaterThan(together(look(untrained)) + 0.08);
  }

  @Test
  void without_a_checkpoint_or_the_plugins_each_part_says_why_it_is_missing() throws IOException {
    FinishedRun run = FinishedRun.oneEpoch(folder);
    Path tensors = run.checkpoint().resolve("tensors.safetensors");
    Files.write(tensors, new byte[] {1, 2, 3});
    Findings damaged = look(run.folder());
    assertThat(damaged.map().value()).isEmpty();
    assertThat(damaged.map().reason()).contains(tensors.toString());
    assertThat(damaged.neighbours().reason()).isEqualTo(damaged.map().reason());
    assertThat(page(damaged)).contains("missing");
    try (URLClassLoader none =
        new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
      Findings strange = Findings.of(run.folder(), Plugins.load(none), MOST_BYTES, Watcher.NOBODY);
      assertThat(strange.views().reason()).contains("scattered-digits");
    }
  }

  private static String page(Findings findings) {
    return new Report("run", "", LearnedSections.of("", "", findings)).html();
  }

  private static Findings look(Path run) {
    Plugins plugins = Plugins.load(LearnedFindingsIT.class.getClassLoader());
    return Findings.of(run, plugins, MOST_BYTES, Watcher.NOBODY);
  }

  /** Returns how many samples have a sample of their class next to them on the first map. */
  private static double together(Findings findings) {
    EmbeddingMap map = findings.map().value().orElseThrow();
    Layout layout = map.layouts().get(0);
    long[] labels = map.labels().orElseThrow();
    int same = 0;
    for (int i = 0; i < labels.length; i++) {
      same += labels[nearest(layout, i)] == labels[i] ? 1 : 0;
    }
    return (double) same / labels.length;
  }

  private static int nearest(Layout layout, int of) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < layout.x().length; i++) {
      double distance = Math.hypot(layout.x()[i] - layout.x()[of], layout.y()[i] - layout.y()[of]);
      if (i != of && distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
