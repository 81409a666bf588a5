package io.dyad.runtime.report.learned;

import ai.djl.ndarray.NDArray;
import io.dyad.api.NumericException;
import io.dyad.runtime.report.picture.SpriteSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Samples of a split in the plane, laid out in several ways.
 *
 * @param split of the samples
 * @param total how many samples the split has
 * @param ids of those shown
 * @param labels of those shown, if known; -1 for a single unknown one
 * @param layouts with a place for each sample
 * @param sheet with a picture for each sample, if samples are pictures
 */
@SuppressWarnings("ArrayRecordComponent") // large and passed once; not copied, not compared
public record EmbeddingMap(
    String split,
    long total,
    long[] ids,
    Optional<long[]> labels,
    List<Layout> layouts,
    Optional<SpriteSheet> sheet) {

  /** The most samples that are shown. */
  public static final int MOST_SAMPLES = 2000;

  /** Distances among so many principal components stand for those among all dimensions. */
  private static final int COMPONENTS = 50;

  /**
   * Lays samples out.
   *
   * @param rows their embeddings
   * @param seed of what is random in a layout
   * @param mostBytes of the pictures
   */
  static EmbeddingMap of(
      Embedded samples, NDArray rows, PrincipalComponents components, long seed, int mostBytes) {
    if (!rows.isInfinite().any().getBoolean() && !rows.isNaN().any().getBoolean()) {
      return laidOut(samples, components.scores(rows, COMPONENTS), seed, mostBytes);
    }
    throw new NumericException("the representation of some samples is not finite");
  }

  private static EmbeddingMap laidOut(
      Embedded samples, PrincipalComponents.Scores scores, long seed, int mostBytes) {
    List<Layout> layouts = new ArrayList<>();
    if (samples.ids().length >= NeighbourLayout.FEWEST) {
      layouts.add(
          Layout.of(
              "UMAP",
              "Near points are alike; how far apart groups are, and how dense, means little.",
              NeighbourLayout.places(scores.rows(), seed)));
    }
    layouts.add(Layout.of("PCA", shares(scores.shares()), scores.rows()));
    return new EmbeddingMap(
        samples.split(),
        samples.total(),
        samples.ids(),
        samples.labels(),
        layouts,
        samples.pictures().isEmpty()
            ? Optional.empty()
            : Optional.of(SpriteSheet.of(samples.pictures(), mostBytes)));
  }

  private static String shares(float[] shares) {
    float sum = shares[0] + (shares.length > 1 ? shares[1] : 0);
    return String.format(
        Locale.ROOT,
        "The two directions in which the points differ most; they hold %.0f %% of the variance.",
        100 * sum);
  }
}
