/** The runtime's evaluators under their contract. */
@NullMarked
package io.dyad.contract.evaluation;

import org.jspecify.annotations.NullMarked;
