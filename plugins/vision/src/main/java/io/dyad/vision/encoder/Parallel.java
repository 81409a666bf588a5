package io.dyad.vision.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Context;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.View;
import io.dyad.toolkit.kernel.Concatenation;
import java.util.LinkedHashMap;
import java.util.Map;

/** The representations of several encoders by name, and side by side as one representation. */
final class Parallel implements Encoder {
  private final Map<String, Encoder> encoders;

  Parallel(Map<String, Encoder> encoders) {
    this.encoders = encoders;
  }

  @Override
  public Embeddings encode(View view, Context context) {
    Map<String, NDArray> codes = new LinkedHashMap<>();
    encoders.forEach(
        (name, encoder) ->
            codes.put(name, encoder.encode(view, context).get(Embeddings.REPRESENTATION)));
    Embeddings all = Embeddings.of(Concatenation.of(new NDList(codes.values()), -1));
    for (Map.Entry<String, NDArray> code : codes.entrySet()) {
      all = all.with(code.getKey(), code.getValue());
    }
    return all;
  }
}
