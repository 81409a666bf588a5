/**
 * Contrastive learning on images: views, encoders and data sources. Start at {@link
 * io.dyad.vision.augment.ImageAugmentProvider}, {@link io.dyad.vision.encoder.ResNetProvider} and
 * {@link io.dyad.vision.source.ImageFolderProvider}; the presets are in {@code presets/}.
 */
@NullMarked
package io.dyad.vision;

import org.jspecify.annotations.NullMarked;
