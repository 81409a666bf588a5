package io.dyad.vision.augment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.Map;
import java.util.Optional;

/**
 * Options of {@code image-augment}. A step is on when it is configured, {@code flip {}} with its
 * defaults.
 */
public record ImageAugmentOptions(
    @Doc("how many views, called view-1, view-2 and so on") @Default("2") @Bound("[1, inf)")
        int count,
    @Doc("8-bit images are divided by this") @Default("255") @Bound("(0, inf)") double scale,
    @Doc("random crop, resized; off if absent") Optional<CropOptions> crop,
    @Doc("horizontal flip; off if absent") Optional<FlipOptions> flip,
    @Doc("move by whole pixels; off if absent") Optional<ShiftOptions> shift,
    @Doc("turn about the centre; off if absent") Optional<RotationOptions> rotation,
    @Doc("changes of colour; off if absent") Optional<JitterOptions> jitter,
    @Doc("conversion to grey; off if absent") Optional<GrayscaleOptions> grayscale,
    @Doc("gaussian blur; off if absent") Optional<BlurOptions> blur,
    @Doc("inversion of bright values; off if absent") Optional<SolarizeOptions> solarize,
    @Doc("multiplication by one factor; off if absent") Optional<GainOptions> gain,
    @Doc("gaussian noise; off if absent") Optional<NoiseOptions> noise,
    @Doc("loss of pixels; off if absent") Optional<DropoutOptions> dropout,
    @Doc("standardisation of channels; off if absent") Optional<NormalizeOptions> normalize,
    @Doc("steps that differ for some views, by the name of the view") @Default("{}")
        Map<String, StepOptions> perView,
    @Doc("further views, called local-1 and so on, for multi-crop; none if absent")
        Optional<LocalViewsOptions> local) {
  /** Returns the steps of all views. */
  StepOptions steps() {
    return new StepOptions(
        crop, flip, shift, rotation, jitter, grayscale, blur, solarize, gain, noise, dropout,
        normalize);
  }
}
