package io.dyad.vision.source;

import java.nio.file.Path;

/** An image file and the index of its class. */
record ImageFile(Path path, int label) {}
