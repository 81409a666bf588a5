/**
 * Encoders of images and vectors. Each is a function of a kernel over lists of parameters and
 * running statistics, called once a forward pass. Start at {@link
 * io.dyad.vision.encoder.ScriptEncoder}.
 */
@NullMarked
package io.dyad.vision.encoder;

import org.jspecify.annotations.NullMarked;
