/**
 * Samples as pictures: whatever is an array of one or three channels in two dimensions can be
 * shown, without knowing which plugin made it. Start reading at {@link
 * io.dyad.runtime.report.picture.Pixels}; many pictures travel as one {@link
 * io.dyad.runtime.report.picture.SpriteSheet}.
 */
@NullMarked
package io.dyad.runtime.report.picture;

import org.jspecify.annotations.NullMarked;
