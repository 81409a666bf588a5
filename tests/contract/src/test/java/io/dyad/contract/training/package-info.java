/** The runtime's procedures under their contract. */
@NullMarked
package io.dyad.contract.training;

import org.jspecify.annotations.NullMarked;
