package io.dyad.runtime.report.learned;

import io.dyad.runtime.report.Resource;
import io.dyad.runtime.report.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings as sections of a page. */
public final class LearnedSections {
  private LearnedSections() {}

  /**
   * Returns the sections of a run.
   *
   * @param key begins the ids of the sections; empty if the page has one run
   * @param run ends the titles of the sections; empty if the page has one run
   */
  public static List<Section> of(String key, String run, Findings findings) {
    String prefix = key.isEmpty() ? "" : key + "-";
    String suffix = run.isEmpty() ? "" : ": " + run;
    return List.of(
        section(prefix, "map", "Map of embeddings" + suffix, LearnedData.map(findings)),
        section(prefix, "neighbours", "Nearest neighbours" + suffix, LearnedData.grid(findings)),
        section(prefix, "views", "Augmented views" + suffix, LearnedData.strip(findings)));
  }

  private static Section section(
      String prefix, String part, String title, Map<String, Object> data) {
    return new Section(
        prefix + part,
        title,
        "",
        "learned-" + part,
        Optional.of(data),
        Resource.text(LearnedSections.class, "learned.css"),
        Resource.text(LearnedSections.class, "learned.js"));
  }
}
