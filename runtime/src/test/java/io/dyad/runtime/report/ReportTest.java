package io.dyad.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final String HOSTILE = "</script><script>alert(1)</script>{{style}}$1 & \"'";

  @TempDir private Path folder = Path.of("");

  @Test
  void what_runs_are_called_and_say_cannot_become_part_of_the_page() {
    Section section = Section.drawn("figures", HOSTILE, "figures", Map.of("name", HOSTILE));
    String page = new Report(HOSTILE, HOSTILE, List.of(section)).html();
    assertThat(page).doesNotContain("<script>alert(1)");
    assertThat(page)
        .contains(
            "<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{style}}$1 &amp; &quot;&#39;</title>");
    assertThat(page).contains("\\u003c/script>\\u003cscript>alert(1)\\u003c/script>{{style}}$1");
  }

  /** The JSON of the data, ECharts and the page's own script; the charts must not end theirs. */
  @Test
  void a_page_has_three_scripts() {
    String page = new Report("a", "b", List.of(Section.of("x", "X", "<p>own</p>"))).html();
    assertThat(page.split("<script", -1)).hasSize(1 + 3);
    assertThat(page.split("</script>", -1)).hasSize(1 + 3);
    assertThat(page).contains("<h2>X</h2>", "<p>own</p>", "<a href=\"#x\">X</a>", "dyad.start();");
  }

  @Test
  void links_to_long_titles_keep_what_tells_runs_apart() {
    String title = "Map of embeddings: quick-start-20260101-111512";
    String page = new Report("a", "b", List.of(Section.of("x", title, ""))).html();
    assertThat(page).contains("<a href=\"#x\">Map of embeddings: \u2026111512</a>");
    assertThat(page).contains("<h2>" + title + "</h2>");
  }

  @Test
  void a_page_names_no_other_place_to_load_from() {
    String page = new Report("a", "b", List.of()).html();
    Matcher loaded = Pattern.compile("(?:src|href)=[\"']?([^\"'>\\s]+)").matcher(frame(page));
    assertThat(loaded.results().map(found -> found.group(1))).containsOnly("data:,", "#content");
    assertThat(page).contains("default-src 'none'");
  }

  private static String frame(String page) {
    return page.replaceAll("(?s)<script.*?</script>", "");
  }

  @Test
  void styles_and_scripts_that_sections_share_are_written_once() {
    Section first = Section.of("one", "One", "").with(".special {}", "/* special */");
    Section second = Section.of("two", "Two", "").with(".special {}", "/* special */");
    String page = new Report("a", "b", List.of(first, second)).html();
    assertThat(page.split("\\.special \\{}", -1)).hasSize(2);
    assertThat(page.split("/\\* special \\*/", -1)).hasSize(2);
  }

  @Test
  void a_page_takes_the_place_of_the_old_one() throws Exception {
    Path file = folder.resolve("report.html");
    Files.writeString(file, "old");
    Report report = new Report("a", "b", List.of());
    report.write(file);
    assertThat(file).hasContent(report.html());
    assertThat(folder.toFile().list()).containsExactly("report.html");
  }
}
