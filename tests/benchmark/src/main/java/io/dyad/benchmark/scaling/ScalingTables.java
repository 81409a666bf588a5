package io.dyad.benchmark.scaling;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Curves as tables in Markdown. */
final class ScalingTables {
  private static final double MEBI = 1L << 20;

  private ScalingTables() {}

  static String markdown(List<Curve> curves) {
    return curves.stream().map(ScalingTables::table).collect(Collectors.joining("\n"));
  }

  private static String table(Curve curve) {
    return "| "
        + curve.name()
        + " | step p50, ms | p90, ms | samples/s | peak memory, MB |\n| --- | --- | --- | --- | --- |\n"
        + curve.points().stream().map(ScalingTables::row).collect(Collectors.joining())
        + text(
            "| *slope, all (last two)* | %.2f (%.2f) | | | %.2f (%.2f) |%n",
            curve.slope(Point::seconds),
            curve.lastSlope(Point::seconds),
            curve.slope(Point::peakBytes),
            curve.lastSlope(Point::peakBytes));
  }

  private static String row(Point point) {
    return text(
        "| %,.0f | %.2f | %.2f | %.0f | %.0f |%n",
        point.size(),
        point.seconds() * 1e3,
        point.tenth() * 1e3,
        point.samplesPerSecond(),
        point.peakBytes() / MEBI);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
