package io.dyad.benchmark.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingReportTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void slopes_are_the_exponents_of_power_laws() {
    Curve square =
        new Curve(
            "batch", List.of(point(400, 16 * 0.003), point(100, 0.003), point(200, 4 * 0.003)));

    assertThat(square.slope(Point::seconds)).isCloseTo(2, within(1e-9));
    assertThat(square.lastSlope(Point::seconds)).isCloseTo(2, within(1e-9));
    assertThat(square.slope(Point::peakBytes)).isCloseTo(0, within(1e-9));
  }

  @Test
  void the_slope_of_scattered_points_is_that_of_least_squares() {
    Curve curve =
        new Curve(
            "batch", List.of(point(1, 1), point(Math.E, Math.E), point(Math.E * Math.E, Math.E)));

    assertThat(curve.slope(Point::seconds))
        .as("of 0, 1, 1 over 0, 1, 2")
        .isCloseTo(0.5, within(1e-9));
    assertThat(curve.lastSlope(Point::seconds)).isCloseTo(0, within(1e-9));
  }

  @Test
  void lines_become_tables_and_a_picture_and_the_later_measurement_counts() throws IOException {
    Path lines = folder.resolve("lines");
    Files.writeString(
        lines,
        line("batch", 64, 9)
            + line("batch", 128, 0.2)
            + line("batch", 64, 0.1)
            + line("side", 32, 1));
    Path markdown = folder.resolve("lines.md");
    Path picture = folder.resolve("lines.png");

    ScalingReport.main(new String[] {lines.toString(), markdown.toString(), picture.toString()});

    assertThat(markdown)
        .content()
        .contains("| batch |", "| 64 | 100.00 |", "| 128 | 200.00 |", "1.00 (1.00)", "| side |")
        .doesNotContain("9000");
    assertThat(picture).isNotEmptyFile();
  }

  private static Point point(double size, double seconds) {
    return new Point(size, seconds, seconds, 1, 1 << 20);
  }

  private static String line(String curve, int size, double seconds) {
    return String.format(
        Locale.ROOT,
        """
        {"curve":"%s","size":%d,"result":{"samplesPerSecond":5,"stepSeconds":{"p50":%f,"p90":%f},"memory":{"peakResidentBytes":5000000}}}
        """,
        curve,
        size,
        seconds,
        seconds);
  }
}
