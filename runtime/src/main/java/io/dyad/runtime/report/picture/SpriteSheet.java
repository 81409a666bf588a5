package io.dyad.runtime.report.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.List;

/**
 * Many small pictures in one, as a data URI. Picture i is in column {@code i % columns} and row
 * {@code i / columns}, each in a square of {@code side} pixels.
 *
 * @param uri a PNG, or a JPEG where that would be too large
 * @param side pixels of a square's side
 * @param columns squares in a row
 * @param count how many pictures there are
 */
public record SpriteSheet(String uri, int side, int columns, int count) {
  private static final int SMALLEST_SIDE = 16;

  /** Squares of JPEG sheets are whole blocks, so that neighbours do not bleed into each other. */
  private static final int BLOCK = 16;

  /**
   * Returns a sheet; pictures are made smaller until it fits.
   *
   * @param pictures at least one, as {@link Thumbnail} makes them
   * @param mostBytes of the image file; sides of 16 pixels stay, however many pictures there are
   */
  public static SpriteSheet of(List<BufferedImage> pictures, int mostBytes) {
    int side = pictures.stream().mapToInt(SpriteSheet::longer).max().orElseThrow();
    byte[] png = ImageFile.png(drawn(pictures, side));
    if (png.length <= mostBytes) {
      return of("png", png, side, pictures.size());
    }
    int smaller = Math.max(SMALLEST_SIDE, side / BLOCK * BLOCK);
    byte[] jpeg = ImageFile.jpeg(drawn(pictures, smaller));
    while (jpeg.length > mostBytes && smaller > SMALLEST_SIDE) {
      smaller -= BLOCK;
      jpeg = ImageFile.jpeg(drawn(pictures, smaller));
    }
    return of("jpeg", jpeg, smaller, pictures.size());
  }

  private static SpriteSheet of(String format, byte[] file, int side, int count) {
    return new SpriteSheet(
        "data:image/" + format + ";base64," + Base64.getEncoder().encodeToString(file),
        side,
        columns(count),
        count);
  }

  private static int columns(int count) {
    return (int) Math.ceil(Math.sqrt(count));
  }

  private static BufferedImage drawn(List<BufferedImage> pictures, int side) {
    int columns = columns(pictures.size());
    int rows = (pictures.size() + columns - 1) / columns;
    BufferedImage sheet =
        new BufferedImage(columns * side, rows * side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.GRAY);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < pictures.size(); i++) {
      BufferedImage picture = Thumbnail.within(pictures.get(i), side);
      int left = i % columns * side + (side - picture.getWidth()) / 2;
      int top = i / columns * side + (side - picture.getHeight()) / 2;
      graphics.drawImage(picture, left, top, null);
    }
    graphics.dispose();
    return sheet;
  }

  private static int longer(BufferedImage picture) {
    return Math.max(picture.getWidth(), picture.getHeight());
  }
}
