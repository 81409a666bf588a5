/**
 * The triplet loss of Trip-ROMA: every anchor, its partner and every negative make a triplet. The
 * random mapping is a wrapper of its own, {@code random-mapping}. The equation is in {@code
 * triplet.kernel}; start reading at {@link io.dyad.contrast.triplet.TripletProvider}.
 */
@NullMarked
package io.dyad.contrast.triplet;

import org.jspecify.annotations.NullMarked;
