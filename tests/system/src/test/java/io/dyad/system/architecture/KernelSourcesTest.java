package io.dyad.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels take their device from their inputs and do not make a GPU's caller wait. */
class KernelSourcesTest {
  private static final Path ROOT = Path.of(System.getProperty("dyad.root", "../..")).normalize();

  private static final String ONCE_IN_AN_EPOCH = "a figure of an epoch";
  private static final String EVALUATION = "evaluation, whose numbers are read anyway";
  private static final String REPORT = "a report";

  /** Where the processor may wait, and why: never in a step. */
  private static final Map<String, String> ALLOWED =
      Map.ofEntries(
          Map.entry("collapse figures: bool(torch.isfinite(deviation))", ONCE_IN_AN_EPOCH),
          Map.entry("collapse figures: torch.linalg_svdvals(unit)", ONCE_IN_AN_EPOCH),
          Map.entry("geometry effective_rank: torch.linalg_eigvalsh(gram)", EVALUATION),
          Map.entry(
              "graph-augment drop_edges: torch.nonzero(torch.ge(drawn, probability))",
              "how many edges are left decides sizes, once a view of a whole graph"),
          Map.entry("image-operations chosen: torch.nonzero(mask)", "on the CPU only; a GPU masks"),
          Map.entry("message-passing sparse: torch.nonzero(x)", "a benchmark of alternatives"),
          Map.entry("message-passing sparsecsr: torch.nonzero(x)", "a benchmark of alternatives"),
          Map.entry("nearest-neighbours best: torch.nonzero(tied)", EVALUATION),
          Map.entry(
              "nearest-neighbours look: torch.nonzero(torch.amax(most, [0]) > torch.amin(values, [1]))",
              EVALUATION),
          Map.entry(
              "principal-components scores: torch.linalg_eigh(torch.matmul(torch.t(x), x))",
              REPORT),
          Map.entry(
              "principal-components scores: torch.linalg_eigh(torch.matmul(x, torch.t(x)))",
              REPORT),
          Map.entry("retrieval scores: torch.nonzero(relevant)", EVALUATION),
          Map.entry("similarity compare: torch.masked_select(cosines, same)", ONCE_IN_AN_EPOCH),
          Map.entry(
              "similarity compare: torch.masked_select(cosines, torch.logical_not(same))",
              ONCE_IN_AN_EPOCH));

  private static Map<String, KernelSource> kernels() throws IOException {
    Map<String, KernelSource> kernels = new TreeMap<>();
    try (Stream<Path> files =
        Files.find(ROOT, 20, (file, attributes) -> file.toString().endsWith(".kernel"))) {
      for (Path file : files.filter(file -> file.toString().contains("src")).toList()) {
        String name = file.getFileName().toString().replace(".kernel", "");
        kernels.put(name, new KernelSource(Files.readString(file)));
      }
    }
    return kernels;
  }

  @Test
  void what_a_kernel_makes_lies_on_the_device_of_its_inputs() throws IOException {
    Map<String, KernelSource> kernels = kernels();
    assertThat(kernels).containsKeys("info-nce", "image-operations", "convolution", "optimizer");
    assertThat(kernels)
        .allSatisfy((name, source) -> assertThat(source.constructors()).as(name).isEmpty());
  }

  @Test
  void no_kernel_makes_the_processor_wait_but_those_that_say_why() throws IOException {
    List<String> found =
        kernels().entrySet().stream()
            .flatMap(
                kernel ->
                    kernel.getValue().hostCopies().stream()
                        .map(copy -> kernel.getKey() + " " + copy))
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "torch.zeros([2, 3], dtype=6)",
        "torch.arange(torch.size(x, 0),\n    dtype=4)",
        "torch.full([2], 1., device=\"cpu\")",
        "torch.scalar_tensor(0.5)"
      })
  void an_array_made_on_the_processor_is_found(String call) {
    assertThat(function("return x + " + call).constructors()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "torch.zeros([torch.size(x, 0), 3], dtype=6, device=ops.prim.device(x))",
        "torch.zeros_like(x)",
        "torch.new_zeros(x, [2])"
      })
  void an_array_made_beside_an_input_is_not(String call) {
    assertThat(function("return " + call).constructors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return x if bool(torch.any(x)) else y",
        "return float(x) + 1.",
        "n = torch.sum(x)\n  return int(n)",
        "return torch.nonzero(x)"
      })
  void a_number_read_from_an_array_is_found(String body) {
    assertThat(function(body).hostCopies()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return x * float(side - 1)",
        "h = torch.size(x, 2)\n  w = 2 * h\n  return x / float(w)",
        "for i in range(side):\n    x = x + float(i)\n  return x",
        "return torch.full_like(x, float(\"inf\"))",
        "# bool(x)\n  return x"
      })
  void a_number_that_was_one_is_not(String body) {
    assertThat(function(body).hostCopies()).isEmpty();
  }

  private static KernelSource function(String body) {
    return new KernelSource("def f(self, x: Tensor, y: Tensor, side: int) -> Tensor:\n  " + body);
  }
}
