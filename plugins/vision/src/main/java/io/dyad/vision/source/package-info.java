/**
 * Sources of images: two data sets that ship with Dyad, folders of image files, IDX files and NumPy
 * archives. All end in an {@link io.dyad.vision.source.ImageTable} a split, served by {@link
 * io.dyad.vision.source.TableSource}.
 */
@NullMarked
package io.dyad.vision.source;

import org.jspecify.annotations.NullMarked;
