package io.dyad.benchmark.scaling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Draws every curve twice, step time above memory, both axes logarithmic. */
final class ScalingPicture {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final double MEBI = 1L << 20;

  private ScalingPicture() {}

  static void write(List<Curve> curves, Path file) throws IOException {
    List<XYChart> times =
        curves.stream()
            .map(curve -> chart(curve, "step, ms", point -> point.seconds() * 1e3))
            .toList();
    List<XYChart> memory =
        curves.stream()
            .map(curve -> chart(curve, "peak, MB", point -> point.peakBytes() / MEBI))
            .toList();
    List<XYChart> all = Stream.of(times, memory).flatMap(List::stream).toList();
    BitmapEncoder.saveBitmap(all, 2, curves.size(), file.toString(), BitmapFormat.PNG);
  }

  private static XYChart chart(Curve curve, String label, ToDoubleFunction<Point> figure) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle(curve.name())
            .yAxisTitle(label)
            .build();
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setLegendVisible(false);
    chart.addSeries(
        curve.name(),
        curve.points().stream().mapToDouble(Point::size).toArray(),
        curve.points().stream().mapToDouble(figure).toArray());
    return chart;
  }
}
