/**
 * The methods: presets that say what they are about, with what they need and what was recorded of
 * them. Start at {@link io.dyad.runtime.method.Methods}, which finds them; {@link
 * io.dyad.runtime.method.MethodsPage} is the page {@code docs/methods.md}.
 */
@NullMarked
package io.dyad.runtime.method;

import org.jspecify.annotations.NullMarked;
