/**
 * Writes down ten steps of training so that PyTorch can take them again with the same programs, on
 * another device: their archives, arrays and arguments. Start reading at {@link
 * io.dyad.benchmark.drive.RecordSteps}; {@code tests/benchmark/gpu/drive.py} reads what it writes.
 */
@NullMarked
package io.dyad.benchmark.drive;

import org.jspecify.annotations.NullMarked;
