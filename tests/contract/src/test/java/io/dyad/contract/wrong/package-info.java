/**
 * Deliberately wrong subjects, each with the check that must catch it: the kit's own test. Start at
 * {@link io.dyad.contract.wrong.Mistake}; a new one is a constant of an enum and a row in
 * docs/plugin-authors.md.
 */
@NullMarked
package io.dyad.contract.wrong;

import org.jspecify.annotations.NullMarked;
