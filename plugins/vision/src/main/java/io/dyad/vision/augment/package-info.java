/**
 * Views of images. A view is made by steps in a fixed order, each on the whole batch at once with
 * parameters drawn per image; the arithmetic is in {@code image-operations.kernel}. Start at {@link
 * io.dyad.vision.augment.ImageAugment}.
 */
@NullMarked
package io.dyad.vision.augment;

import org.jspecify.annotations.NullMarked;
