package io.dyad.runtime.report.learned;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Kernels;
import io.dyad.runtime.evaluation.NearestNeighbours;
import io.dyad.runtime.report.picture.SpriteSheet;
import io.dyad.runtime.training.Assembly;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds neighbours in the network's output and, for comparison, in the input. */
final class NeighbourGridMaker {
  private final Assembly assembly;
  private final SampleReader reader;
  private final NearestNeighbours nearest;

  @Inject
  NeighbourGridMaker(Assembly assembly, SampleReader reader, Kernels kernels) {
    this.assembly = assembly;
    this.reader = reader;
    nearest = new NearestNeighbours(kernels);
  }

  /**
   * Returns the grid.
   *
   * @param samples that are searched for telling ones
   * @param rows their embeddings
   * @param mostBytes of the pictures
   */
  NeighbourGrid make(
      Embedded samples, NDArray rows, Protocol protocol, int mostBytes, Watcher watcher) {
    Bank bank =
        new Bank(
            reader,
            nearest,
            protocol.bank(),
            reader.some(protocol.bank(), NeighbourGrid.MOST_COMPARED),
            protocol.bank().equals(protocol.query()));
    List<List<Neighbour>> learned =
        bank.near(
            samples.ids(),
            rows,
            (batch, plain, context) -> reader.embed(protocol.output(), plain, batch, context),
            watcher);
    List<Query> queries =
        withRaw(
            QueryChoice.of(samples, learned, assembly.experiment().seed()),
            samples.split(),
            bank,
            rows.getManager());
    long[] shown = neighbours(queries);
    return new NeighbourGrid(
        samples.split(),
        samples.ids().length,
        bank.split(),
        bank.ids().length,
        assembly.data().size(bank.split()),
        NeighbourGrid.right(samples.labels(), learned),
        queries,
        shown,
        sheet(samples.split(), ids(queries), bank.split(), shown, mostBytes));
  }

  private List<Query> withRaw(List<Query> queries, String split, Bank bank, NDManager manager) {
    long[] ids = ids(queries);
    List<float[]> inputs = new ArrayList<>();
    reader.visit(
        split,
        ids,
        Watcher.NOBODY,
        (batch, plain, context) ->
            RawRows.of(plain, batch.size()).ifPresent(rows -> inputs.add(rows.toFloatArray())));
    if (inputs.size() != 1) {
      return queries;
    }
    try (NDManager own = manager.newSubManager()) {
      NDArray rows =
          own.create(inputs.get(0), new Shape(ids.length, inputs.get(0).length / ids.length));
      List<List<Neighbour>> raw =
          bank.near(
              ids,
              rows,
              (batch, plain, context) -> RawRows.ofBank(plain, batch.size()),
              Watcher.NOBODY);
      return IntStream.range(0, ids.length)
          .mapToObj(i -> queries.get(i).withRaw(raw.get(i)))
          .toList();
    }
  }

  private Optional<SpriteSheet> sheet(
      String split, long[] queries, String bank, long[] neighbours, int mostBytes) {
    SamplePictures pictures = new SamplePictures();
    List<BufferedImage> all = new ArrayList<>();
    SampleReader.Visitor add = (batch, plain, context) -> all.addAll(pictures.of(batch, plain));
    reader.visit(split, queries, Watcher.NOBODY, add);
    reader.visit(bank, neighbours, Watcher.NOBODY, add);
    return all.size() == queries.length + neighbours.length
        ? Optional.of(SpriteSheet.of(all, mostBytes))
        : Optional.empty();
  }

  private static long[] ids(List<Query> queries) {
    return queries.stream().mapToLong(Query::id).toArray();
  }

  private static long[] neighbours(List<Query> queries) {
    return queries.stream()
        .flatMap(query -> Stream.concat(query.learned().stream(), query.raw().stream()))
        .mapToLong(Neighbour::id)
        .sorted()
        .distinct()
        .toArray();
  }
}
