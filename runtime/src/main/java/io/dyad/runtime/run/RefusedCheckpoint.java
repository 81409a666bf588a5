package io.dyad.runtime.run;

import java.nio.file.Path;

/**
 * A checkpoint that cannot be used.
 *
 * @param folder where it lies
 * @param reason names the file and what is wrong with it
 */
public record RefusedCheckpoint(Path folder, String reason) {}
