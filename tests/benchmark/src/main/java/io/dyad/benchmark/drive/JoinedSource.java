package io.dyad.benchmark.drive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One program of several kernels: their functions under names with the kernel's in front, and a
 * function {@code step} that makes calls one after the other.
 */
final class JoinedSource {
  private final Map<String, String> sources;
  private final List<String> parameters = new ArrayList<>(List.of("self", "rows: Tensor"));
  private final List<String> body = new ArrayList<>();

  /** Creates it from sources by the names of their kernels. */
  JoinedSource(Map<String, String> sources) {
    this.sources = sources;
  }

  /** Returns the program; {@code step} takes the first call's rows, then what is no flow. */
  String of(List<StepCall> calls) {
    calls.forEach(this::add);
    String functions =
        calls.stream()
            .map(call -> call.kernel().name())
            .distinct()
            .map(this::prefixed)
            .collect(Collectors.joining("\n"));
    return "%s%ndef step(%s) -> Tensor:%n  %s%n  return torch.detach(loss)%n"
        .formatted(functions, String.join(", ", parameters), String.join("\n  ", body));
  }

  private void add(StepCall call) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().length; i++) {
      Object argument = call.arguments()[i];
      if (call.isFlow(i)) {
        arguments.add(flow(argument, call));
      } else {
        String name = "a" + parameters.size();
        parameters.add(name + ": " + type(argument));
        arguments.add(name);
      }
    }
    if (call.isUpdate()) {
      body.add("torch.set_grad_enabled(False)");
    }
    String result = call.isEncoder() ? "rows" : call.isUpdate() ? "norm" : "loss";
    String function = prefix(call.kernel().name()) + call.function();
    body.add("%s = self.%s(%s)".formatted(result, function, String.join(", ", arguments)));
  }

  private static String flow(Object argument, StepCall call) {
    if (argument instanceof NDList views) {
      return "torch.chunk(rows, %d)".formatted(views.size());
    }
    return call.isEncoder() ? "rows" : "loss";
  }

  private String prefixed(String kernel) {
    return sources
        .getOrDefault(kernel, "")
        .replaceAll("(?m)^def ", "def " + prefix(kernel))
        .replaceAll("\\bself\\.(?=\\w+\\()", "self." + prefix(kernel));
  }

  private static String prefix(String kernel) {
    return kernel.replace('-', '_') + "_";
  }

  private static String type(Object argument) {
    if (argument instanceof NDArray) {
      return "Tensor";
    } else if (argument instanceof NDList) {
      return "List[Tensor]";
    } else if (argument instanceof Boolean) {
      return "bool";
    } else if (argument instanceof Integer || argument instanceof Long) {
      return "int";
    } else if (argument instanceof Number) {
      return "float";
    } else if (argument instanceof long[]) {
      return "List[int]";
    } else if (argument instanceof double[]) {
      return "List[float]";
    }
    return "str";
  }
}
