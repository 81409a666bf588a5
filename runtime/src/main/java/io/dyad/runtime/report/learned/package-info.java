/**
 * What a trained network makes of samples, as a report shows it: a map, the neighbours of some
 * samples, and the views it was trained on. Start reading at {@link
 * io.dyad.runtime.report.learned.Findings}.
 */
@NullMarked
package io.dyad.runtime.report.learned;

import org.jspecify.annotations.NullMarked;
