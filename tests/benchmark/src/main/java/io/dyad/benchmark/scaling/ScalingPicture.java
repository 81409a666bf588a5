package io.dyad.benchmark.scaling;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.XYStyler;

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
    double[] sizes = curve.points().stream().mapToDouble(Point::size).toArray();
    double[] figures = curve.points().stream().mapToDouble(figure).toArray();
    XYStyler style = chart.getStyler();
    style.setLegendVisible(false);
    style.setChartBackgroundColor(Color.WHITE);
    style.setXAxisLogarithmic(true).setXAxisMin(below(sizes)).setXAxisMax(above(sizes));
    style.setYAxisLogarithmic(true).setYAxisMin(below(figures)).setYAxisMax(above(figures));
    chart.addSeries(curve.name(), sizes, figures);
    return chart;
  }

  /** Whole decades: XChart labels nothing else on a logarithmic axis. */
  private static double below(double[] values) {
    double least = Arrays.stream(values).min().orElse(1);
    return Math.pow(10, Math.floor(Math.log10(least)));
  }

  private static double above(double[] values) {
    double most = Arrays.stream(values).max().orElse(1);
    return Math.max(10 * below(values), Math.pow(10, Math.ceil(Math.log10(most))));
  }
}
