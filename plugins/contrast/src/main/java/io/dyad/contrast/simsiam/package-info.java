/**
 * SimSiam (Chen and He 2021): BYOL without the twin; the target is the same network's projection
 * behind a stop-gradient. Start reading at {@link io.dyad.contrast.simsiam.SimSiamProvider}.
 */
@NullMarked
package io.dyad.contrast.simsiam;

import org.jspecify.annotations.NullMarked;
