package io.dyad.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.BatchOrder;
import io.dyad.api.Data;
import io.dyad.api.DataSource;
import io.dyad.api.StackableView;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.contract.check.Snapshot;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Calls of a data source under test, and readings of what it gave. */
record DataCalls(Trial trial, Subject<DataSource> subject) {
  private static final long CHUNK = 500;

  DataSource source() {
    return subject.component();
  }

  Batch fetch(String split, long... ids) {
    return source().fetch(split, ids, trial.context(0));
  }

  /** Returns each row of a batch to the bit, in the order of the ids. */
  static List<Snapshot> rows(Batch batch) {
    List<Snapshot> rows = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Map<String, NDArray> row = new LinkedHashMap<>();
      for (Map.Entry<String, NDArray> array : arrays(batch).entrySet()) {
        boolean byRow = array.getValue().getShape().get(0) == batch.size();
        row.put(array.getKey(), byRow ? array.getValue().get(i) : array.getValue());
      }
      rows.add(Snapshot.of(row));
    }
    return rows;
  }

  private static Map<String, NDArray> arrays(Batch batch) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    NDList tensors = batch.samples().tensors();
    NDArray input = batch.samples().input();
    for (NDArray array : input == tensors.get(0) ? tensors : new NDList(input)) {
      arrays.put("samples " + arrays.size(), array);
    }
    for (String name : batch.targets().names()) {
      arrays.put("target " + name, batch.targets().get(name));
    }
    return arrays;
  }

  /** Returns some ids of a split, not in order, the first and the last among them. */
  static long[] some(long size) {
    return LongStream.of(size - 1, size / 2, 0, size / 3, size * 2 / 3).distinct().toArray();
  }

  /** Returns the same ids, another one first. */
  static long[] rotated(long[] ids, int by) {
    return LongStream.range(0, ids.length).map(i -> ids[(int) ((i + by) % ids.length)]).toArray();
  }

  /** Reads a whole split piece by piece, the last sample first. */
  void readAll(String split, long size, BatchReader reader) {
    for (long from = (size - 1) / CHUNK * CHUNK; from >= 0; from -= CHUNK) {
      long last = Math.min(size, from + CHUNK) - 1;
      long[] ids = LongStream.iterate(last, id -> id - 1).limit(last - from + 1).toArray();
      try (NDManager scratch = trial.harness().manager().newSubManager()) {
        reader.read(ids, source().fetch(split, ids, trial.context(0, scratch)));
      }
    }
  }

  /** Looks at a batch before its arrays are freed. */
  interface BatchReader {
    void read(long[] ids, Batch batch);
  }

  static void assertSamples(Batch batch, long[] ids, Shape sample) {
    assertThat(batch.ids()).as("ids of the batch").containsExactly(ids);
    assertThat(rowCount(batch.samples())).as("rows of the samples").isEqualTo(ids.length);
    assertThat(batch.samples().tensors().get(0).getShape().slice(1))
        .as("one sample")
        .isEqualTo(sample);
  }

  static long rowCount(View samples) {
    return samples instanceof StackableView view
        ? view.rows()
        : samples.tensors().get(0).getShape().get(0);
  }

  /** Returns the labels after checking their form. */
  static long[] labels(Batch batch) {
    NDArray labels = batch.targets().get(Targets.LABEL);
    assertThat(labels.getDataType()).as("type of labels").isEqualTo(DataType.INT64);
    assertThat(labels.getShape()).as("shape of labels").isEqualTo(new Shape(batch.size()));
    return labels.toLongArray();
  }

  /** Checks an order that the source decides, and returns the ids of an epoch. */
  long[] epoch(BatchOrder order, long epoch, long size) {
    List<long[]> batches = new ArrayList<>();
    for (long i = 0; i < order.batches(epoch); i++) {
      batches.add(order.ids(epoch, i));
    }
    for (int i = batches.size() - 1; i >= 0; i--) {
      assertThat(order.ids(epoch, i)).as("batch %d asked again", i).isEqualTo(batches.get(i));
    }
    long[] ids = batches.stream().flatMapToLong(Arrays::stream).toArray();
    assertThat(Arrays.stream(ids).allMatch(id -> id >= 0 && id < size))
        .as("all ids of the order are in the split")
        .isTrue();
    return ids;
  }

  static boolean covers(long[] ids, long size) {
    TreeSet<Long> distinct = new TreeSet<>();
    Arrays.stream(ids).forEach(distinct::add);
    return ids.length == size && distinct.size() == size;
  }

  /** Fetches in an order of this thread's own, and returns the rows in the order of the ids. */
  List<Snapshot> fetchedOnThisThread(long[] ids, int turn) {
    try (Trial own = trial.again()) {
      long[] mine = rotated(ids, turn);
      List<Snapshot> rows = new ArrayList<>(rows(source().fetch(Data.TRAIN, mine, own.context(0))));
      Collections.rotate(rows, turn);
      return rows;
    }
  }

  static void assertSame(String where, long[] ids, List<Snapshot> expected, List<Snapshot> rows) {
    for (int i = 0; i < ids.length; i++) {
      assertThat(expected.get(i).differences(rows.get(i)))
          .as("sample %d differs %s", ids[i], where)
          .isEmpty();
    }
  }
}
