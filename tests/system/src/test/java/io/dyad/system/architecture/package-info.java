/**
 * Who may know whom, and that the build stays as described. Start reading at {@link
 * io.dyad.system.architecture.HouseRules}; the fixture packages break each rule once, to show that
 * it can fail.
 */
@NullMarked
package io.dyad.system.architecture;

import org.jspecify.annotations.NullMarked;
