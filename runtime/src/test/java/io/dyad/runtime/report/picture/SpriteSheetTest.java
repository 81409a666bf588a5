package io.dyad.runtime.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SpriteSheetTest {
  @Test
  void each_picture_is_where_its_number_says() throws IOException {
    List<BufferedImage> pictures = IntStream.range(0, 7).mapToObj(i -> noise(9, 9, i)).toList();
    SpriteSheet sheet = SpriteSheet.of(pictures, 100_000);
    assertThat(sheet.uri()).startsWith("data:image/png;base64,");
    assertThat(sheet).extracting(SpriteSheet::side, SpriteSheet::columns).containsExactly(9, 3);
    BufferedImage read = read(sheet);
    for (int i = 0; i < 7; i++) {
      BufferedImage cell = read.getSubimage(i % 3 * 9, i / 3 * 9, 9, 9);
      assertThat(colours(cell)).isEqualTo(colours(pictures.get(i)));
    }
  }

  @Test
  void grey_pictures_keep_their_levels_in_one_channel() throws IOException {
    BufferedImage ramp = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      ramp.setRGB(i % 16, i / 16, i * 0x010101);
    }
    BufferedImage read = read(SpriteSheet.of(List.of(ramp), 100_000));
    assertThat(read.getRaster().getNumBands()).isEqualTo(1);
    assertThat(read.getRaster().getSamples(0, 0, 16, 16, 0, (int[]) null))
        .containsExactly(IntStream.range(0, 256).toArray());
  }

  @Test
  void a_picture_that_is_not_square_keeps_its_form_between_grey_margins() throws IOException {
    BufferedImage wide = new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB);
    BufferedImage read = read(SpriteSheet.of(List.of(wide, noise(8, 8, 1)), 100_000));
    assertThat(read.getRGB(3, 1)).isEqualTo(0xFF808080);
    assertThat(read.getRGB(3, 2)).isEqualTo(0xFF000000);
    assertThat(read.getRGB(3, 6)).isEqualTo(0xFF808080);
  }

  @Test
  void two_thousand_pictures_of_noise_fit_a_megabyte_and_a_half() throws IOException {
    BufferedImage large = Thumbnail.of(noise(100, 80, 1));
    assertThat(large.getWidth()).isEqualTo(64);
    assertThat(large.getHeight()).isEqualTo(51);
    SpriteSheet sheet =
        SpriteSheet.of(
            IntStream.range(0, 2000).mapToObj(i -> noise(64, 64, i)).toList(), 1_500_000);
    assertThat(sheet.uri()).startsWith("data:image/jpeg;base64,").hasSizeLessThan(2_000_100);
    assertThat(sheet.side()).isBetween(16, 32);
    assertThat(read(sheet).getWidth()).isEqualTo(45 * sheet.side());
  }

  @Test
  void a_picture_is_made_smaller_by_averages() {
    BufferedImage stripes = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 128; x += 2) {
      for (int y = 0; y < 128; y++) {
        stripes.setRGB(x, y, 0xFFFFFF);
      }
    }
    int[] shown = colours(Thumbnail.of(stripes));
    assertThat(shown).hasSize(64 * 64);
    assertThat(IntStream.of(shown).map(colour -> colour & 0xFF))
        .allMatch(x -> x == 127 || x == 128);
  }

  private static BufferedImage noise(int width, int height, long seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, random.nextInt(0x1000000));
    }
    return image;
  }

  private static int[] colours(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static BufferedImage read(SpriteSheet sheet) throws IOException {
    byte[] file = Base64.getDecoder().decode(sheet.uri().substring(sheet.uri().indexOf(',') + 1));
    return ImageIO.read(new ByteArrayInputStream(file));
  }
}
