package io.dyad.runtime.training;

import io.dyad.api.Encoded;

/** What a step encoded, perhaps with other arrays at some addresses. */
interface Encoding extends Encoded {
  /** Returns what the networks made, without substitutions. */
  EncodedViews origin();
}
