package io.dyad.system.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.browser.Chromium;
import io.dyad.system.browser.Tab;
import io.dyad.system.command.FinishedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Makes the pictures of the documentation; {@code tests/system/report.sh} runs it. */
@EnabledIfSystemProperty(
    named = "dyad.pictures",
    matches = ".+",
    disabledReason = "tests/system/report.sh asks for the pictures")
class ReportPicturesIT {
  private static final int MOST_BYTES = 400_000;

  @TempDir private Path folder = Path.of("");

  @Test
  void reports_of_the_quick_start_are_pictured() throws IOException {
    Path first = train("first");
    Path second = train("second", "--set", "loss.temperature=0.5");
    Path one = Reports.write(folder.resolve("one.html"), first);
    Path both = Reports.write(folder.resolve("both.html"), first, second);
    try (Chromium chromium = Chromium.start(folder.resolve("profile"));
        Tab tab = chromium.tab()) {
      tab.device(1280, 1100, 1, false);
      picture(tab, one, "figures", "desktop-light");
      picture(tab, one, "map", "desktop-map");
      tab.device(1280, 1100, 1, true);
      picture(tab, one, "similarities", "desktop-dark");
      picture(tab, both, "figures", "desktop-runs-dark");
      tab.device(390, 844, 2, false);
      picture(tab, one, "figures", "phone-light");
      tab.device(390, 844, 2, true);
      picture(tab, one, "neighbours", "phone-dark");
    }
  }

  private Path train(String name, String... more) {
    String[] settings = {"--set", "evaluate.every-epochs=20"};
    String[] all = new String[settings.length + more.length];
    System.arraycopy(settings, 0, all, 0, settings.length);
    System.arraycopy(more, 0, all, settings.length, more.length);
    return FinishedRun.of(folder.resolve(name), all).folder();
  }

  /** The first section is pictured with the head of the page above it. */
  private static void picture(Tab tab, Path page, String section, String name) throws IOException {
    tab.open(page);
    if (!section.equals("figures")) {
      tab.evaluate("document.getElementById('%s').scrollIntoView()".formatted(section));
      tab.settle();
    }
    assertThat(tab.problems()).isEmpty();
    byte[] png = tab.picture();
    assertThat(png.length).as(name).isLessThan(MOST_BYTES);
    Files.write(
        Path.of(System.getProperty("dyad.pictures")).resolve("report-" + name + ".png"), png);
  }
}
