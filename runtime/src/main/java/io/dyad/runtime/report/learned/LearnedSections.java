package io.dyad.runtime.report.learned;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Findings as parts of a page. The page has one {@link #style}, then the {@link #html} of each run,
 * then one {@link #script}; the script needs ECharts as {@code echarts}.
 */
public final class LearnedSections {
  private static final JsonMapper JSON = new JsonMapper();

  private LearnedSections() {}

  /** Returns the CSS; it follows the page's {@code --ink, --paper, --muted, --line, --accent}. */
  public static String style() {
    return resource("learned.css");
  }

  /** Returns the JavaScript that fills the sections. */
  public static String script() {
    return resource("learned.js");
  }

  /**
   * Returns three sections with their data.
   *
   * @param key an HTML id that is the run's own on the page
   */
  public static String html(String key, Findings findings) {
    try {
      return """
          <section class="learned" id="%1$s-views-section"><h3>Augmented views</h3><div id="%1$s-views"></div></section>
          <section class="learned" id="%1$s-map-section"><h3>Map of embeddings</h3><div id="%1$s-map"></div></section>
          <section class="learned" id="%1$s-neighbours-section"><h3>Nearest neighbours</h3><div id="%1$s-neighbours"></div></section>
          <script type="application/json" data-learned="%1$s">%2$s</script>
          """
          .formatted(
              key, JSON.writeValueAsString(LearnedData.of(findings)).replace("<", "\\u003c"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("findings cannot be written as JSON", e);
    }
  }

  private static String resource(String name) {
    try (InputStream stream = LearnedSections.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
