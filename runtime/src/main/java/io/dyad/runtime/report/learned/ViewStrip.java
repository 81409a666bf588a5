package io.dyad.runtime.report.learned;

import io.dyad.runtime.report.picture.SpriteSheet;
import java.util.List;
import java.util.Optional;

/**
 * Some training samples with the views that training saw of them.
 *
 * @param views the kinds of view, in the generator's order
 * @param draws how many of each view are shown: those of the first epochs
 * @param ids of the samples
 * @param labels of the samples, if known
 * @param sheet with, for each sample, its picture and then the draws of each kind of view
 */
@SuppressWarnings("ArrayRecordComponent") // passed once; not compared
public record ViewStrip(
    List<Kind> views, int draws, long[] ids, Optional<long[]> labels, SpriteSheet sheet) {

  /**
   * A kind of view.
   *
   * @param name such as {@code view-1}
   * @param tags its roles, such as {@code global}, in alphabetical order
   * @param width in pixels
   * @param height in pixels
   */
  public record Kind(String name, List<String> tags, int width, int height) {}
}
