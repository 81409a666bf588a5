package io.dyad.api;

/**
 * Turns a batch into several views of it. It owns no trainable parameters and draws all randomness
 * from its context. Work on the whole data (centralities, nearest items) belongs in {@link #start}.
 *
 * @since 0.1
 */
@Stable
public interface ViewGenerator extends Component {
  /**
   * Returns the views of a batch, in arrays of the context's manager. The batch is left untouched.
   */
  Views generate(Batch batch, Context context);

  /** Returns the un-augmented view that evaluation and export use. */
  default View plain(Batch batch, Context context) {
    return batch.samples();
  }
}
