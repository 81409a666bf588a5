/**
 * Files that data comes in and results go out by, without an engine: NumPy archives ({@link
 * io.dyad.toolkit.file.Npz}) and IDX files ({@link io.dyad.toolkit.file.Idx}) as {@link
 * io.dyad.toolkit.file.NpyArray}s, and files that are there whole or not at all ({@link
 * io.dyad.toolkit.file.AtomicFile}).
 *
 * <p>Readers trust no header: every size is checked against the file before memory is taken. Start
 * reading at {@link io.dyad.toolkit.file.Npz}.
 */
@NullMarked
package io.dyad.toolkit.file;

import org.jspecify.annotations.NullMarked;
