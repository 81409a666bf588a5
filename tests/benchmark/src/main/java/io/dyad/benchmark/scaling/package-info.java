/**
 * Makes tables, slopes and a picture of what {@code scaling.sh} measured. Start reading at {@link
 * io.dyad.benchmark.scaling.ScalingReport}.
 */
@NullMarked
package io.dyad.benchmark.scaling;

import org.jspecify.annotations.NullMarked;
