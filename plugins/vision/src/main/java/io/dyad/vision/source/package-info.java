/**
 * Sources of images: two data sets that ship with Dyad, folders of image files, IDX files and NumPy
 * archives. All are an {@link io.dyad.vision.source.ImageSource}; start there. A split of it lies
 * decoded on the device ({@link io.dyad.vision.source.ResidentImages}) or is decoded as it is read
 * ({@link io.dyad.vision.source.StreamedImages}).
 */
@NullMarked
package io.dyad.vision.source;

import org.jspecify.annotations.NullMarked;
