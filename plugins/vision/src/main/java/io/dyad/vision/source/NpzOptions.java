package io.dyad.vision.source;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.nio.file.Path;

/** Options of {@code npz}. */
public record NpzOptions(
    @Doc("the archive, or a folder with one in it") Path path,
    @Doc("array of training images, uint8") @Default("x_train") String trainImages,
    @Doc("array of training classes") @Default("y_train") String trainLabels,
    @Doc("array of test images; without it there is no test split") @Default("x_test")
        String testImages,
    @Doc("array of test classes") @Default("y_test") String testLabels,
    @Doc("where the channels are: auto, nhwc or nchw") @Default("auto") ImageLayout layout) {}
