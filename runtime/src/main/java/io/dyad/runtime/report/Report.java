package io.dyad.runtime.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dyad.toolkit.file.AtomicFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page about runs, complete in one file: it asks the network for nothing.
 *
 * @param title of the page
 * @param subtitle one line below it
 * @param sections from top to bottom
 */
public record Report(String title, String subtitle, List<Section> sections) {
  private static final int LONGEST_LINK = 30;
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  /** Copies the sections. */
  public Report {
    sections = List.copyOf(sections);
  }

  /** Returns a report about runs, named after them. */
  public static Report of(List<ReportedRun> runs, List<Section> sections) {
    return new Report(Heading.title(runs), Heading.subtitle(runs), sections);
  }

  /** Returns the page. */
  public String html() {
    Map<String, String> parts =
        Map.of(
            "title", Html.text(title),
            "subtitle", Html.text(subtitle),
            "style", Resource.text(Report.class, "report.css") + once(Section::style),
            "contents", joined(Report::link),
            "sections", joined(Report::body),
            "data", Html.json(data()),
            "charts", Resource.text(Report.class, "echarts.min.js"),
            "script",
                Resource.text(Report.class, "report.js")
                    + Resource.text(Report.class, "format.js")
                    + once(Section::script),
            "start", "dyad.start();");
    Matcher place = PLACE.matcher(Resource.text(Report.class, "report.html"));
    return place.replaceAll(
        found -> Matcher.quoteReplacement(parts.getOrDefault(found.group(1), "")));
  }

  /**
   * Writes the page; whoever opens the file sees the old one or the whole new one.
   *
   * @throws io.dyad.api.DyadException naming path and cause if it cannot be written
   */
  public void write(Path path) {
    byte[] bytes = html().getBytes(UTF_8);
    AtomicFile.write(path, stream -> stream.write(bytes));
  }

  private Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    sections.forEach(section -> section.data().ifPresent(value -> data.put(section.id(), value)));
    return data;
  }

  private String joined(Function<Section, String> part) {
    return sections.stream().map(part).collect(Collectors.joining("\n"));
  }

  private String once(Function<Section, String> part) {
    return sections.stream().map(part).distinct().collect(Collectors.joining("\n", "\n", ""));
  }

  private static String link(Section section) {
    return "<a href=\"#%s\">%s</a>".formatted(section.id(), Html.text(shortened(section.title())));
  }

  /** Returns a title without its middle, if it is long: runs differ at the end of their names. */
  private static String shortened(String title) {
    return title.length() <= LONGEST_LINK
        ? title
        : title.replaceFirst("^(.*?: |.{20}).*(.{6})$", "$1\u2026$2");
  }

  private static String body(Section section) {
    return """
        <section id="%s"><h2>%s</h2><div class="body" data-draw="%s">%s</div></section>"""
        .formatted(section.id(), Html.text(section.title()), section.draws(), section.html());
  }
}
