package io.dyad.contrast.mvinfonce;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code mv-infonce}.
 *
 * @param temperature divides the similarities
 * @param form which of the two published forms
 */
public record MvInfoNceOptions(
    @Doc("softness of the contrast; divides the cosines") @Default("0.5") @Bound("(0, inf)")
        double temperature,
    @Doc("code: negatives of the same view count, as released; as-printed: they do not")
        @Default("code")
        MvInfoNceForm form) {}
