/**
 * What a user may do wrong, and what Dyad answers: a message that helps, and an exit code. Start
 * reading at {@link io.dyad.system.mistake.ConfigurationMistakesIT}.
 */
@NullMarked
package io.dyad.system.mistake;

import org.jspecify.annotations.NullMarked;
