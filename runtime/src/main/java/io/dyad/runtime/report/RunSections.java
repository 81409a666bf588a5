package io.dyad.runtime.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The sections that need nothing but run folders; several runs share each of them. */
public final class RunSections {
  private RunSections() {}

  /** Returns the sections of what was measured, which come first on the page. */
  public static List<Section> measured(List<ReportedRun> runs) {
    List<Section> sections = new ArrayList<>();
    sections.add(section("figures", "Figures", runs, run -> Figures.of(run, runs)));
    sections.add(section("curves", "Training", runs, Curves::of));
    sections.add(section("similarities", "Similarities", runs, Similarities::of));
    if (runs.stream().anyMatch(Scores::areIn)) {
      sections.add(section("scores", "Scores", runs, Scores::of));
    }
    return sections;
  }

  /** Returns the sections of how it was measured, which come last. */
  public static List<Section> conditions(List<ReportedRun> runs) {
    return List.of(
        section("settings", "Configuration", runs, RunSections::settings),
        section("environment", "Environment", runs, RunSections::environment));
  }

  private static Section section(
      String id,
      String title,
      List<ReportedRun> runs,
      Function<ReportedRun, Map<String, Object>> data) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (ReportedRun run : runs) {
      Map<String, Object> named = new LinkedHashMap<>();
      named.put("name", run.name());
      named.putAll(data.apply(run));
      all.add(named);
    }
    return Section.drawn(id, title, id, all);
  }

  private static Map<String, Object> settings(ReportedRun run) {
    return Map.of(
        "settings",
        run.settings().stream()
            .map(setting -> List.of(setting.key(), setting.value(), setting.origin()))
            .toList());
  }

  private static Map<String, Object> environment(ReportedRun run) {
    Map<String, Object> data = new LinkedHashMap<>();
    run.environment().ifPresent(environment -> data.put("environment", environment));
    return data;
  }
}
