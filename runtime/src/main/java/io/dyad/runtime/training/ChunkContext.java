package io.dyad.runtime.training;

import io.dyad.api.Context;
import io.dyad.api.Draws;
import io.dyad.runtime.evaluation.ForwardingContext;

/** The context of a call that encodes some of the rows of a group. */
record ChunkContext(Context context, Draws draws) implements ForwardingContext {

  /**
   * Returns a context whose draws are those of some rows.
   *
   * @param all how many rows the whole group has
   * @param rows the numbers of the chunk's rows among them
   */
  static ChunkContext of(Context whole, long all, long[] rows) {
    return new ChunkContext(whole, new ChunkDraws(whole.draws(), whole.manager(), all, rows));
  }
}
