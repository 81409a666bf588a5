/**
 * MV-InfoNCE: one cross entropy a sample over all its views. The equation is in {@code
 * mv-infonce.kernel}; start reading at {@link io.dyad.contrast.mvinfonce.MvInfoNceProvider}.
 */
@NullMarked
package io.dyad.contrast.mvinfonce;

import org.jspecify.annotations.NullMarked;
