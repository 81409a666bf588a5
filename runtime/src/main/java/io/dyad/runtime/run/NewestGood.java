package io.dyad.runtime.run;

import java.util.List;
import java.util.Optional;

/**
 * The newest checkpoint whose every byte is as it was written, and why later ones are not taken.
 *
 * @param checkpoint empty if none is good
 * @param refused the later ones, the newest first
 */
public record NewestGood(Optional<Checkpoint> checkpoint, List<RefusedCheckpoint> refused) {}
