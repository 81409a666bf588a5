/**
 * Views of images. A view is made by steps in a fixed order, each on the whole batch at once with
 * parameters drawn per image. In Java a step says its code, its numbers and its draws; the steps of
 * all views are one program, which {@code image-operations.kernel} runs in one call. Start at
 * {@link io.dyad.vision.augment.ImageAugment}.
 */
@NullMarked
package io.dyad.vision.augment;

import org.jspecify.annotations.NullMarked;
