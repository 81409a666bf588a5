package io.dyad.vision.source;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A folder of two classes of pictures, no two alike. */
record PictureFolder(Path path) {
  /** Writes pictures of 6 x 5 pixels, every other one of the other class. */
  static PictureFolder of(Path path, int pictures) throws IOException {
    PictureFolder folder = new PictureFolder(path);
    for (int i = 0; i < pictures; i++) {
      folder.write(i, 6, 5);
    }
    return folder;
  }

  void write(int picture, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int at = 0; at < width * height; at++) {
      image.setRGB(at % width, at / width, 0x10203 * (picture + 1) + 0x70503 * at);
    }
    Files.createDirectories(file(picture).getParent());
    ImageIO.write(image, "png", file(picture).toFile());
  }

  Path file(int picture) {
    String name = picture % 2 == 0 ? "cat" : "dog";
    return path.resolve("train").resolve(name).resolve("%03d.png".formatted(picture));
  }

  ImageFolderOptions options(Resident resident) {
    return new ImageFolderOptions(
        path, Optional.empty(), 3, 0.2, false, resident, Optional.empty());
  }
}
