package io.dyad.runtime.report.learned;

import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.TaggedView;
import io.dyad.api.View;
import io.dyad.runtime.report.picture.Brightness;
import io.dyad.runtime.report.picture.Pixels;
import io.dyad.runtime.report.picture.SpriteSheet;
import io.dyad.runtime.training.TrainingViews;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Draws views as training does and takes their normalisation back. */
final class ViewStripMaker {
  private static final int SAMPLES = 6;
  private static final int DRAWS = 3;

  /** More samples than are shown say better how bright the data is. */
  private static final int MEASURED = 64;

  private final SampleReader reader;
  private final TrainingViews views;

  @Inject
  ViewStripMaker(SampleReader reader, TrainingViews views) {
    this.reader = reader;
    this.views = views;
  }

  /** How samples and their views are shown. */
  private record Display(Brightness samples, Brightness views) {
    static Display of(Batch batch, View plain) {
      Pixels samples = SamplePictures.pixels(batch, plain).orElseThrow(ViewStripMaker::noPictures);
      Brightness brightness = Brightness.of(samples);
      return new Display(
          brightness,
          Pixels.of(plain)
              .map(pixels -> brightness.through(samples, pixels))
              .orElseThrow(ViewStripMaker::noPictures));
    }
  }

  /**
   * Returns the strip.
   *
   * @throws DataException if samples or views are no pictures
   */
  ViewStrip make(int mostBytes) {
    long[] measured = reader.some(Data.TRAIN, MEASURED);
    List<Display> displays = new ArrayList<>();
    reader.visit(
        Data.TRAIN,
        measured,
        Watcher.NOBODY,
        (batch, plain, context) -> displays.add(Display.of(batch, plain)));
    List<ViewStrip> strips = new ArrayList<>();
    reader.visit(
        Data.TRAIN,
        evenly(measured),
        Watcher.NOBODY,
        (batch, plain, context) ->
            strips.add(strip(batch, plain, context, displays.get(0), mostBytes)));
    return strips.get(0);
  }

  private static long[] evenly(long[] ids) {
    int count = Math.min(SAMPLES, ids.length);
    return IntStream.range(0, count).mapToLong(i -> ids[i * ids.length / count]).toArray();
  }

  private ViewStrip strip(
      Batch batch, View plain, Context context, Display display, int mostBytes) {
    List<ViewStrip.Kind> kinds = new ArrayList<>();
    List<List<BufferedImage>> columns = new ArrayList<>();
    Pixels samples = SamplePictures.pixels(batch, plain).orElseThrow(ViewStripMaker::noPictures);
    columns.add(SamplePictures.all(samples, display.samples()));
    List<List<TaggedView>> epochs =
        IntStream.range(0, DRAWS)
            .mapToObj(epoch -> views.of(batch, epoch, context.manager()).all())
            .toList();
    for (TaggedView first : epochs.get(0)) {
      kinds.add(kind(first));
    }
    for (int view = 0; view < kinds.size(); view++) {
      for (List<TaggedView> epoch : epochs) {
        columns.add(SamplePictures.all(pixels(epoch.get(view), batch), display.views()));
      }
    }
    List<BufferedImage> rows =
        IntStream.range(0, batch.size())
            .boxed()
            .flatMap(sample -> columns.stream().map(column -> column.get(sample)))
            .toList();
    return new ViewStrip(
        kinds, DRAWS, batch.ids(), SampleReader.labels(batch), SpriteSheet.of(rows, mostBytes));
  }

  private static ViewStrip.Kind kind(TaggedView view) {
    Pixels pixels = Pixels.of(view.view()).orElseThrow(ViewStripMaker::noPictures);
    return new ViewStrip.Kind(
        view.name(), view.tags().stream().sorted().toList(), pixels.width(), pixels.height());
  }

  private static Pixels pixels(TaggedView view, Batch batch) {
    return Pixels.of(view.view())
        .filter(pixels -> pixels.count() == batch.size())
        .orElseThrow(ViewStripMaker::noPictures);
  }

  private static DataException noPictures() {
    return new DataException(
        "the samples or their views are no pictures (arrays of 1 or 3 channels in two dimensions)");
  }
}
