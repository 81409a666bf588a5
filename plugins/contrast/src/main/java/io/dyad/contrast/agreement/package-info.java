/**
 * Agreement of views and nothing else: a control that must collapse, against which methods without
 * negatives are measured. Start reading at {@link io.dyad.contrast.agreement.AgreementProvider}.
 */
@NullMarked
package io.dyad.contrast.agreement;

import org.jspecify.annotations.NullMarked;
