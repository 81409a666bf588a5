package io.dyad.runtime.report.learned;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.runtime.report.Report;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.FakeRun;
import io.dyad.runtime.training.TrainingViews;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookTest {
  @Test
  void samples_that_are_no_pictures_have_a_map_and_neighbours_without_pictures() {
    try (FakeRun run = FakeRun.of("data { use = points, size = 40 }")) {
      Findings findings = look(run, Watcher.NOBODY);
      EmbeddingMap map = findings.map().value().orElseThrow();
      assertThat(map.ids()).hasSize(40);
      assertThat(map.labels().orElseThrow()).startsWith(0, 1, 0, 1);
      assertThat(map.sheet()).isEmpty();
      assertThat(map.layouts()).extracting(Layout::name).containsExactly("UMAP", "PCA");
      NeighbourGrid grid = findings.neighbours().value().orElseThrow();
      assertThat(grid.sheet()).isEmpty();
      assertThat(grid.queries()).allMatch(query -> query.learned().size() == 5);
      assertThat(findings.views().reason()).contains("no pictures");
      assertThat(page(findings)).contains("\"missing\"", "no pictures");
    }
  }

  @Test
  void a_sample_is_nearest_to_itself_in_a_bank_of_the_same_samples_but_never_in_its_own_split() {
    try (FakeRun run = FakeRun.of("data { use = points, size = 40 }")) {
      NeighbourGrid other = look(run, Watcher.NOBODY).neighbours().value().orElseThrow();
      assertThat(other.queries()).allMatch(query -> query.raw().get(0).id() == query.id());
    }
    String knn = "evaluate.evaluators.knn { use = knn, bank = train, query = train }";
    try (FakeRun run = FakeRun.of("data { use = points, size = 40 }", knn)) {
      NeighbourGrid own = look(run, Watcher.NOBODY).neighbours().value().orElseThrow();
      assertThat(own.split()).isEqualTo("train");
      assertThat(own.queries())
          .allMatch(query -> query.learned().size() == 5)
          .noneMatch(query -> query.learned().stream().anyMatch(n -> n.id() == query.id()));
    }
  }

  @Test
  void fewer_samples_than_a_map_needs_are_shown_by_their_components() {
    try (FakeRun run = FakeRun.of("data { use = points, size = 5 }")) {
      Findings findings = look(run, Watcher.NOBODY);
      assertThat(findings.map().value().orElseThrow().layouts())
          .extracting(Layout::name)
          .containsExactly("PCA");
      assertThat(findings.neighbours().value()).isPresent();
    }
  }

  @Test
  void large_splits_are_sampled_and_the_watcher_is_told_how_far_it_is() {
    List<String> told = new ArrayList<>();
    try (FakeRun run = FakeRun.of("data { use = points, size = 2600 }")) {
      EmbeddingMap map = look(run, writingTo(told)).map().value().orElseThrow();
      assertThat(map.ids()).hasSize(EmbeddingMap.MOST_SAMPLES).isSorted().doesNotHaveDuplicates();
      assertThat(map.total()).isEqualTo(2600);
      assertThat(told).contains("laying out the map", "100/2000", "2000/2000", "2600/2600");
    }
  }

  @Test
  void what_the_data_cannot_yield_is_a_reason_and_not_a_failure() {
    try (FakeRun run = FakeRun.of("data { use = points, size = 40, broken = 33 }")) {
      Findings findings = look(run, Watcher.NOBODY);
      assertThat(findings.map().reason()).contains("sample 33 cannot be read");
      assertThat(findings.neighbours().reason()).contains("sample 33 cannot be read");
    }
  }

  @Test
  void looking_leaves_no_array_behind() {
    try (FakeRun run = FakeRun.of("data { use = points, size = 40 }")) {
      look(run, Watcher.NOBODY);
      int before = run.assembly().manager().getManagedArrays().size();
      look(run, Watcher.NOBODY);
      assertThat(run.assembly().manager().getManagedArrays()).hasSize(before);
    }
  }

  private static Watcher writingTo(List<String> told) {
    return new Watcher() {
      @Override
      public void begins(String work) {
        told.add(work);
      }

      @Override
      public void reached(int done, int total) {
        told.add(done + "/" + total);
      }
    };
  }

  private static String page(Findings findings) {
    return new Report("run", "", LearnedSections.of("", "", findings)).html();
  }

  private static Findings look(FakeRun run, Watcher watcher) {
    Assembly assembly = run.assembly();
    SampleReader reader = new SampleReader(assembly);
    return new Look(
            assembly,
            reader,
            new PrincipalComponents(run.kernels()),
            new NeighbourGridMaker(assembly, reader, run.kernels()),
            new ViewStripMaker(reader, new TrainingViews(assembly)))
        .at(1_000_000, watcher);
  }
}
