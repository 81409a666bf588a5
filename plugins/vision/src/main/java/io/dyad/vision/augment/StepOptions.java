package io.dyad.vision.augment;

import io.dyad.api.Doc;
import java.util.Optional;

/** The steps that make a view, in their order. */
public record StepOptions(
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
    @Doc("standardisation of channels; off if absent") Optional<NormalizeOptions> normalize) {
  /** No steps. */
  static final StepOptions NONE =
      new StepOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Returns these steps, and those of {@code base} that are not among them. */
  StepOptions over(StepOptions base) {
    return new StepOptions(
        crop.or(base::crop),
        flip.or(base::flip),
        shift.or(base::shift),
        rotation.or(base::rotation),
        jitter.or(base::jitter),
        grayscale.or(base::grayscale),
        blur.or(base::blur),
        solarize.or(base::solarize),
        gain.or(base::gain),
        noise.or(base::noise),
        dropout.or(base::dropout),
        normalize.or(base::normalize));
  }
}
