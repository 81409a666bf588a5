package io.dyad.medical.sepclr;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.Map;

/** Options of {@code salient-attributes}. */
public record SalientAttributesOptions(
    @Doc("the target that is 1 for samples of the target set and 0 for background")
        @Default("domain")
        String domain,
    @Doc("what each coordinate is to carry, by the name of the target that holds it")
        Map<String, AttributeOptions> attributes) {}
