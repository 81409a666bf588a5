package io.dyad.vision.source;

import io.dyad.api.Doc;
import io.dyad.toolkit.file.Idx;
import java.nio.file.Path;

/** The two IDX files of a split. */
public record IdxFiles(
    @Doc("file of images, plain or gzip") Path images,
    @Doc("file of labels, plain or gzip") Path labels) {
  ImageTable table() {
    return ArrayImages.table(
        images.toString(), Idx.read(images), Idx.read(labels), ImageLayout.NCHW);
  }
}
