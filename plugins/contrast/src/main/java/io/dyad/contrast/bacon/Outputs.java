package io.dyad.contrast.bacon;

import io.dyad.api.Embeddings;
import io.dyad.api.Needs;

/** What comparing two views of an output of the main network needs. */
final class Outputs {
  private Outputs() {}

  static Needs of(String output) {
    Needs needs = Needs.NOTHING.views(2);
    return output.equals(Embeddings.REPRESENTATION) ? needs : needs.output(output);
  }
}
