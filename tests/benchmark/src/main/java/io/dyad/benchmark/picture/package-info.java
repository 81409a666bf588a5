/** Pictures for the documentation, made from run folders; start at {@link EmbeddingPicture}. */
@NullMarked
package io.dyad.benchmark.picture;

import org.jspecify.annotations.NullMarked;
