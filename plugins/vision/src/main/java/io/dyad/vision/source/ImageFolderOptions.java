package io.dyad.vision.source;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.nio.file.Path;
import java.util.Optional;

/** Options of {@code image-folder}. */
public record ImageFolderOptions(
    @Doc("folder with train/CLASS and test/CLASS, or with CLASS folders") Path path,
    @Doc("side in pixels: the shorter side is resized to it, the middle square kept")
        @Bound("[1, inf)")
        Optional<Integer> resize,
    @Doc("3 for colour, 1 for grey") @Default("3") @Bound("[1, 3]") int channels,
    @Doc("share of each class kept for the test split where there is no test folder")
        @Default("0.2")
        @Bound("[0, 1)")
        double testFraction,
    @Doc("whether one class is enough; evaluation then has nothing to tell apart") @Default("false")
        boolean allowSingleClass,
    @Doc("yes: decode all at the start; no: each when a batch needs it; auto: yes if they fit")
        @Default("auto")
        Resident resident,
    @Doc("what fits: most MiB of decoded images; absent: a quarter of the device's free memory")
        @Bound("[1, inf)")
        Optional<Integer> memory) {}
