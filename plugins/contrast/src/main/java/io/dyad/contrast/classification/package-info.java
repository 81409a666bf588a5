/**
 * Plain supervised training: {@code classification}, the cross entropy of an output against a
 * label; start at {@link io.dyad.contrast.classification.ClassificationProvider}.
 */
@NullMarked
package io.dyad.contrast.classification;

import org.jspecify.annotations.NullMarked;
