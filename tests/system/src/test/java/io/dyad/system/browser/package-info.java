/**
 * A headless Chromium, spoken to by its DevTools protocol over the JDK's WebSocket. Start reading
 * at {@link io.dyad.system.browser.Chromium}.
 */
@NullMarked
package io.dyad.system.browser;

import org.jspecify.annotations.NullMarked;
