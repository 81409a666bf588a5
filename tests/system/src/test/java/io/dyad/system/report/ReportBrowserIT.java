package io.dyad.system.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.browser.Chromium;
import io.dyad.system.browser.Tab;
import io.dyad.system.command.FinishedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportBrowserIT {
  /** Loss, its rate and gradients, throughput, three evaluations, four of the representation. */
  private static final int CURVES = 11;

  private Path folder = Path.of("");
  private Path one = Path.of("");
  private Path several = Path.of("");

  @BeforeAll
  void write(@TempDir Path place) {
    folder = place;
    Path first = train("first", "--set", "train.epochs=3");
    Path second = train("second", "--set", "train.epochs=2", "--set", "seed=2");
    one = Reports.write(folder.resolve("one.html"), first);
    several = Reports.write(folder.resolve("several.html"), first, second);
  }

  private Path train(String name, String... settings) {
    return FinishedRun.of(folder.resolve(name), settings).folder();
  }

  @ParameterizedTest
  @CsvSource({
    "one, 1280, false",
    "one, 1280, true",
    "one, 375, false",
    "one, 375, true",
    "several, 1280, true",
    "several, 375, false"
  })
  void a_page_draws_all_charts_fits_and_asks_the_network_for_nothing(
      String which, int width, boolean dark) {
    Path file = which.equals("one") ? one : several;
    int runs = which.equals("one") ? 1 : 2;
    try (Chromium chromium = Chromium.start(folder.resolve("profile"));
        Tab tab = chromium.tab()) {
      tab.device(width, 812, 1, dark);
      tab.open(file);
      assertThat(tab.problems()).isEmpty();
      assertThat(tab.requests()).containsExactly(file.toUri().toString());
      assertThat(count(tab, ".chart svg path")).isGreaterThan(CURVES);
      assertThat(count(tab, "#curves .chart svg")).isEqualTo(CURVES);
      assertThat(count(tab, "#similarities .chart svg")).isEqualTo(2 * runs);
      assertThat(count(tab, ".learned-map canvas")).isEqualTo(runs);
      assertThat(count(tab, ".missing, .learned-missing")).isZero();
      assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(width);
      assertThat(tab.evaluate(BRIGHTNESS).asInt() < 128).isEqualTo(dark);
    }
  }

  /** Red, green and blue of the page's background, averaged. */
  private static final String BRIGHTNESS =
      """
      getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3)
        .reduce((sum, part) => sum + Number(part) / 3, 0)""";

  @Test
  void every_control_can_be_used() {
    try (Chromium chromium = Chromium.start(folder.resolve("profile"));
        Tab tab = chromium.tab()) {
      tab.device(1280, 900, 1, false);
      tab.open(several);
      tab.evaluate("document.querySelectorAll('main button').forEach((button) => button.click())");
      tab.evaluate(
          """
          document.querySelectorAll('input[type="range"]').forEach((slider) => {
            slider.value = 0;
            slider.dispatchEvent(new Event("input"));
          })""");
      tab.device(800, 900, 1, true);
      tab.settle();
      assertThat(tab.problems()).isEmpty();
      assertThat(tab.evaluate("document.querySelector('#curves').textContent").asText())
          .contains("epoch");
      assertThat(tab.print()).startsWith('%', 'P', 'D', 'F');
      assertThat(tab.problems()).isEmpty();
    }
  }

  @Test
  void a_broken_page_would_be_noticed() throws IOException {
    Path broken = folder.resolve("broken.html");
    Files.writeString(
        broken,
        Files.readString(one)
            .replace("dyad.start();", "dyad.start(); console.error('no'); unknown();")
            .replace("</footer>", "<p style='width:900px'>wide</p></footer>"));
    try (Chromium chromium = Chromium.start(folder.resolve("profile"));
        Tab tab = chromium.tab()) {
      tab.device(375, 812, 1, false);
      tab.open(broken);
      assertThat(tab.problems()).hasSize(2);
      assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt()).isGreaterThan(375);
    }
  }

  private static int count(Tab tab, String selector) {
    return tab.evaluate("document.querySelectorAll('%s').length".formatted(selector)).asInt();
  }
}
