package io.dyad.contrast.views;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Rows;
import java.util.List;
import java.util.stream.Stream;

/**
 * The views that a contrast names, each once, in their order: anchors first, then keys that are no
 * anchors. Row i of each shows sample i.
 *
 * @param addresses at least two
 * @param rows one array an address, each of shape (N, D)
 */
public record AlignedViews(List<Rows> addresses, NDList rows) {

  /**
   * Returns the views of a contrast.
   *
   * @param loss who asks, for messages
   * @throws ConfigurationException if there are fewer than two, or they have other shapes, as the
   *     rows of a bank have
   */
  public static AlignedViews of(String loss, Encoded encoded, Contrast contrast) {
    List<Rows> addresses =
        Stream.concat(contrast.anchors().stream(), contrast.keys().stream()).distinct().toList();
    if (addresses.size() < 2) {
      throw new ConfigurationException(
          "%s compares views, but the pairs name only %s; set views.count = 2 and pairs = in-batch"
              .formatted(loss, addresses));
    }
    NDList rows = new NDList(addresses.stream().map(encoded::get).toList());
    Shape first = rows.head().getShape();
    for (int i = 0; i < rows.size(); i++) {
      NDArray view = rows.get(i);
      if (first.dimension() != 2 || !view.getShape().equals(first)) {
        throw new ConfigurationException(
            "%s compares views row by row, but %s has shape %s and %s has %s; set pairs = in-batch"
                .formatted(loss, addresses.get(0), first, addresses.get(i), view.getShape()));
      }
    }
    return new AlignedViews(addresses, rows);
  }

  /**
   * Returns the two views of a contrast.
   *
   * @throws ConfigurationException if there are more; the message says which wrappers take them
   */
  public static AlignedViews two(String loss, Encoded encoded, Contrast contrast) {
    AlignedViews views = of(loss, encoded, contrast);
    if (views.addresses.size() > 2) {
      throw new ConfigurationException(
          "%s compares two views, but a contrast names %d; set pairs { use = in-batch, joint = false } or loss { use = pairwise, loss = %s }"
              .formatted(loss, views.addresses.size(), loss));
    }
    return views;
  }
}
