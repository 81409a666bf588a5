package io.dyad.vision.source;

import io.dyad.api.Doc;
import io.dyad.api.Setup;
import io.dyad.toolkit.file.Idx;
import java.nio.file.Path;

/** The two IDX files of a split. */
public record IdxFiles(
    @Doc("file of images, plain or gzip") Path images,
    @Doc("file of labels, plain or gzip") Path labels) {
  ResidentImages read(Setup setup) {
    return ArrayImages.resident(
        images.toString(), Idx.read(images), Idx.read(labels), ImageLayout.NCHW, setup);
  }
}
