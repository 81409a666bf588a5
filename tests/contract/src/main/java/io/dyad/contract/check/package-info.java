/**
 * The equations of the checks, without JUnit: each class answers one question about a part. Start
 * at {@link io.dyad.contract.check.ProviderFacts}; the contracts say when which is asked.
 */
@NullMarked
package io.dyad.contract.check;

import org.jspecify.annotations.NullMarked;
