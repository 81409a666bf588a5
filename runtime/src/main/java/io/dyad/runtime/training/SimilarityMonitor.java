package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.Batch;
import io.dyad.api.Embeddings;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.api.Network;
import io.dyad.api.TaggedView;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Watches how alike the first two views of the first training samples are: their cosines, and
 * alignment and uniformity (Wang and Isola 2020). Looks at the projection if the main network has
 * one, which is what losses usually compare, or else at the representation. The network is in
 * evaluation mode and views are those of the epoch, so that looking changes nothing.
 */
final class SimilarityMonitor {
  private static final long ROWS = 128;
  private static final long BINS = 50;

  /** How often a whole run is looked at, more or less: often enough for a picture, and cheap. */
  private static final long MOMENTS = 40;

  private final Kernel kernel;

  SimilarityMonitor(Kernels kernels) {
    this.kernel = kernels.resource(SimilarityMonitor.class, "similarity");
  }

  /** Returns whether to look after an epoch: the first, the last, and some between. */
  static boolean due(long epoch, long epochs) {
    long every = Math.max(1, (epochs + MOMENTS - 1) / MOMENTS);
    return epoch == 0 || (epoch + 1) % every == 0 || epoch + 1 == epochs;
  }

  /** Returns what is seen; empty if there are no two views of the same rows. */
  Optional<ViewSimilarities> look(Assembly assembly, Frame frame) {
    Batch batch = assembly.data().first(ROWS, frame.step("data"));
    List<TaggedView> views =
        new TrainingViews(assembly).of(batch, frame.progress().epoch(), frame.manager()).all();
    if (views.size() < 2) {
      return Optional.empty();
    }
    NDArray first = rows(assembly, views.get(0), frame);
    NDArray second = rows(assembly, views.get(1), frame);
    return first.getShape().get(0) > 1 && first.getShape().equals(second.getShape())
        ? Optional.of(compare(first, second))
        : Optional.empty();
  }

  /** Compares rows, shape (N, D) each, of which those at one position belong together. */
  ViewSimilarities compare(NDArray first, NDArray second) {
    NDList seen = kernel.call("compare", first, second, BINS);
    return new ViewSimilarities(
        NumericCheck.scalar(seen.get(0)),
        NumericCheck.scalar(seen.get(1)),
        counts(seen.get(2)),
        counts(seen.get(3)));
  }

  private static NDArray rows(Assembly assembly, TaggedView view, Frame frame) {
    Embeddings made = assembly.network(Network.MAIN).apply(view.view(), frame::step);
    NDArray output =
        made.get(
            made.names().contains(Embeddings.PROJECTION)
                ? Embeddings.PROJECTION
                : Embeddings.REPRESENTATION);
    long rows = output.getShape().get(0);
    NDArray flat = output.reshape(rows, -1);
    return flat.get(new NDIndex().addSliceDim(0, Math.min(rows, ROWS)));
  }

  private static List<Long> counts(NDArray array) {
    float[] values = array.toFloatArray();
    return IntStream.range(0, values.length).mapToObj(bin -> (long) values[bin]).toList();
  }
}
