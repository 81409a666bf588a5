package io.dyad.benchmark.picture;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Data;
import io.dyad.api.Embeddings;
import io.dyad.api.Targets;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.evaluation.RawInput;
import io.dyad.runtime.evaluation.Subject;
import io.dyad.runtime.run.Checkpoints;
import io.dyad.runtime.session.Session;
import io.dyad.runtime.session.TrainedRun;
import io.dyad.runtime.training.Evaluations;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tagbio.umap.Umap;

/**
 * Draws the test samples of a run in two dimensions, as raw input and as learned, coloured by
 * class: {@code EmbeddingPicture RUN PNG}.
 */
public final class EmbeddingPicture {
  private static final int SIDE = 460;
  private static final int NEIGHBOURS = 15;
  private static final long SEED = 7;

  /** Ten colours that people with the common forms of colour blindness can mostly tell apart. */
  private static final Color[] COLOURS =
      IntStream.of(
              0x4477AA, 0xEE6677, 0x228833, 0xCCBB44, 0x66CCEE, 0xAA3377, 0x888888, 0xEE7733,
              0x332288, 0x000000)
          .mapToObj(Color::new)
          .toArray(Color[]::new);

  private EmbeddingPicture() {}

  /** Reads a run folder and writes a picture. */
  public static void main(String[] arguments) throws IOException {
    Path run = Path.of(arguments[0]);
    Plugins plugins = Plugins.load(EmbeddingPicture.class.getClassLoader());
    try (Session session = TrainedRun.open(run, Checkpoints.LATEST, List.of(), plugins)) {
      Evaluations evaluations = new Evaluations(session.assembly());
      List<XYChart> charts =
          List.of(
              chart("raw input", new RawInput(), evaluations),
              chart("learned", evaluations.network(), evaluations));
      BitmapEncoder.saveBitmap(charts, 1, charts.size(), arguments[1], BitmapFormat.PNG);
    }
  }

  private static XYChart chart(String title, Subject subject, Evaluations evaluations) {
    return evaluations.run(
        subject,
        evaluation -> {
          NDArray rows = evaluation.embed(Embeddings.REPRESENTATION, Data.TEST);
          long[] labels = evaluation.target(Targets.LABEL, Data.TEST).toLongArray();
          return scatter(title, places(rows), labels);
        });
  }

  private static float[][] places(NDArray rows) {
    int count = (int) rows.getShape().get(0);
    int width = (int) rows.getShape().get(1);
    float[] flat = rows.toFloatArray();
    float[][] values = new float[count][width];
    for (int row = 0; row < count; row++) {
      System.arraycopy(flat, row * width, values[row], 0, width);
    }
    return new Umap()
        .setNumberComponents(2)
        .setNumberNearestNeighbours(NEIGHBOURS)
        .setMetric("cosine")
        .setSeed(SEED)
        .setThreads(1)
        .fitTransform(values);
  }

  private static XYChart scatter(String title, float[][] places, long[] labels) {
    XYChart chart = new XYChartBuilder().width(SIDE).height(SIDE).title(title).build();
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setPlotBorderVisible(false);
    chart.getStyler().setSeriesColors(COLOURS);
    chart.getStyler().setAxisTicksVisible(false);
    chart.getStyler().setPlotGridLinesVisible(false);
    chart.getStyler().setMarkerSize(5);
    long classes = Arrays.stream(labels).max().orElse(0) + 1;
    for (long label = 0; label < classes; label++) {
      List<Float> across = new ArrayList<>();
      List<Float> up = new ArrayList<>();
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] == label) {
          across.add(places[i][0]);
          up.add(places[i][1]);
        }
      }
      if (!across.isEmpty()) {
        chart.addSeries("class " + label, across, up).setMarker(SeriesMarkers.CIRCLE);
      }
    }
    return chart;
  }
}
