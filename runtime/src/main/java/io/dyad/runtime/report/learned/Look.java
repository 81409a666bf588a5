package io.dyad.runtime.report.learned;

import ai.djl.ndarray.NDArray;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.TemporaryArrays;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Looks at an opened run. */
final class Look {
  private final Assembly assembly;
  private final SampleReader reader;
  private final PrincipalComponents components;
  private final NeighbourGridMaker neighbours;
  private final ViewStripMaker views;

  @Inject
  Look(
      Assembly assembly,
      SampleReader reader,
      PrincipalComponents components,
      NeighbourGridMaker neighbours,
      ViewStripMaker views) {
    this.assembly = assembly;
    this.reader = reader;
    this.components = components;
    this.neighbours = neighbours;
    this.views = views;
  }

  /** Returns all that is found; a map's many pictures get three quarters of the bytes. */
  Findings at(int mostBytes, Watcher watcher) {
    Protocol protocol = Protocol.of(assembly.experiment(), assembly.data().splits());
    watcher.begins("drawing views of some samples");
    Finding<ViewStrip> strip = Finding.of(() -> views.make(mostBytes / 8));
    watcher.begins("embedding samples of \"" + protocol.query() + "\"");
    Finding<Embedded> embedded = Finding.of(() -> embedded(protocol, watcher));
    watcher.begins("looking for neighbours in \"" + protocol.bank() + "\"");
    Finding<NeighbourGrid> grid =
        embedded.then(
            samples ->
                onRows(
                    samples,
                    rows -> neighbours.make(samples, rows, protocol, mostBytes / 8, watcher)));
    watcher.begins("laying out the map");
    Finding<EmbeddingMap> map =
        embedded.then(
            samples ->
                onRows(
                    samples,
                    rows ->
                        EmbeddingMap.of(
                            samples,
                            rows,
                            components,
                            assembly.experiment().seed(),
                            mostBytes / 4 * 3)));
    return new Findings(map, grid, strip);
  }

  private <T> T onRows(Embedded samples, Function<NDArray, T> work) {
    try (TemporaryArrays memory = new TemporaryArrays(assembly.manager())) {
      return work.apply(samples.rows(memory.manager()));
    }
  }

  private Embedded embedded(Protocol protocol, Watcher watcher) {
    long[] ids = reader.some(protocol.query(), EmbeddingMap.MOST_SAMPLES);
    List<float[]> chunks = new ArrayList<>();
    List<long[]> labels = new ArrayList<>();
    List<BufferedImage> pictures = new ArrayList<>();
    SamplePictures camera = new SamplePictures();
    reader.visit(
        protocol.query(),
        ids,
        watcher,
        (batch, plain, context) -> {
          chunks.add(reader.embed(protocol.output(), plain, batch, context).toFloatArray());
          SampleReader.labels(batch).ifPresent(labels::add);
          pictures.addAll(camera.of(batch, plain));
        });
    long[] known = labels.stream().flatMapToLong(LongStream::of).toArray();
    float[] values = joined(chunks);
    return new Embedded(
        protocol.query(),
        assembly.data().size(protocol.query()),
        ids,
        known.length == ids.length ? Optional.of(known) : Optional.empty(),
        values,
        values.length / ids.length,
        pictures.size() == ids.length ? pictures : List.of());
  }

  private static float[] joined(List<float[]> chunks) {
    float[] all = new float[chunks.stream().mapToInt(chunk -> chunk.length).sum()];
    int at = 0;
    for (float[] chunk : chunks) {
      System.arraycopy(chunk, 0, all, at, chunk.length);
      at += chunk.length;
    }
    return all;
  }
}
