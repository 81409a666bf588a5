package io.dyad.runtime.report.picture;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures as small as a report needs them. */
public final class Thumbnail {
  /** The most pixels a side has. */
  public static final int LARGEST_SIDE = 64;

  private Thumbnail() {}

  /** Returns the picture, scaled down if a side is longer than {@link #LARGEST_SIDE}. */
  public static BufferedImage of(BufferedImage picture) {
    return Math.max(picture.getWidth(), picture.getHeight()) <= LARGEST_SIDE
        ? picture
        : within(picture, LARGEST_SIDE);
  }

  /** Returns the picture with its longer side as long as this, by averages or by repetition. */
  static BufferedImage within(BufferedImage picture, int side) {
    int longer = Math.max(picture.getWidth(), picture.getHeight());
    if (longer == side) {
      return picture;
    }
    int width = Math.max(1, Math.round((float) picture.getWidth() * side / longer));
    int height = Math.max(1, Math.round((float) picture.getHeight() * side / longer));
    BufferedImage scaled = new BufferedImage(width, height, picture.getType());
    Graphics2D graphics = scaled.createGraphics();
    if (longer > side) {
      Image averaged = picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
      graphics.drawImage(averaged, 0, 0, null);
    } else {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
      graphics.drawImage(picture, 0, 0, width, height, null);
    }
    graphics.dispose();
    return scaled;
  }
}
