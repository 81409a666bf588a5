package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import io.dyad.api.DataException;
import io.dyad.api.Draws;
import io.dyad.api.Evaluation;
import io.dyad.toolkit.draws.SeededDraws;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;

/** An evaluation that gives the rows and targets of a test, by output or target and split. */
final class FixedEvaluation {
  private FixedEvaluation() {}

  static Evaluation of(Map<String, NDArray> arrays) {
    return (Evaluation)
        Proxy.newProxyInstance(
            FixedEvaluation.class.getClassLoader(),
            new Class<?>[] {Evaluation.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "embed", "target" -> find(arrays, arguments[0] + " of " + arguments[1]);

                  case "draws" -> draws(arrays);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static Draws draws(Map<String, NDArray> arrays) {
    return new SeededDraws(1, arrays.values().iterator().next().getManager());
  }

  private static NDArray find(Map<String, NDArray> arrays, String name) {
    return Optional.ofNullable(arrays.get(name)).orElseThrow(() -> new DataException(name));
  }
}
