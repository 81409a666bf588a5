package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.Context;
import io.dyad.api.SliceableView;
import io.dyad.api.TaggedView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Some rows of each view of a group, encoded in one call. Draws for rows are those the rows have
 * when the whole group is encoded at once.
 *
 * @param group the same views, cut
 * @param rows which rows of each view, by its name
 */
record Chunk(ViewGroup group, Map<String, Range> rows) {

  /** Rows {@code from} to {@code to} - 1. */
  record Range(long from, long to) {
    NDArray of(NDArray all) {
      return all.get(new NDIndex().addSliceDim(from, to));
    }
  }

  /**
   * Returns how many chunks of so many rows a view at most, all of about one size, a view takes.
   */
  static long count(long rows, long most) {
    return Math.max(1, (rows + most - 1) / most);
  }

  /** Returns a group in chunks of about one size; one if no view has more rows. */
  static List<Chunk> of(ViewGroup group, long most) {
    long longest = group.views().stream().mapToLong(Chunk::size).max().orElse(0);
    long count = count(longest, most);
    List<Chunk> chunks = new ArrayList<>();
    for (long index = 0; index < count; index++) {
      chunks.add(cut(group, index, count));
    }
    return chunks;
  }

  private static Chunk cut(ViewGroup group, long index, long count) {
    List<TaggedView> views = new ArrayList<>();
    Map<String, Range> ranges = new LinkedHashMap<>();
    LongStream places = LongStream.empty();
    long before = 0;
    for (TaggedView view : group.views()) {
      long size = size(view);
      Range range = new Range(size * index / count, size * (index + 1) / count);
      if (range.from() < range.to()) {
        SliceableView whole = (SliceableView) view.view();
        views.add(
            TaggedView.of(view.name(), whole.slice(range.from(), range.to()), view.targets()));
        ranges.put(view.name(), range);
        places =
            LongStream.concat(places, LongStream.range(before + range.from(), before + range.to()));
      }
      before += size;
    }
    long[] own = places.toArray();
    long all = before;
    Function<String, Context> contexts =
        path -> ChunkContext.of(group.contexts().apply(path), all, own);
    return new Chunk(new ViewGroup(views, group.call(), contexts), ranges);
  }

  private static long size(TaggedView view) {
    return ((SliceableView) view.view()).rows();
  }
}
