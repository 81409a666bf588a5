package io.dyad.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.DeviceException;
import io.dyad.api.Kernel;
import io.dyad.api.KernelException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptKernelsTest {
  private static final String POWERS =
      """
      def square(self, x: Tensor) -> Tensor:
        return torch.mul(x, x)

      def fourth(
          self,
          x: Tensor) -> Tensor:
        return self.square(self.square(x))
      """;

  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void close() {
    manager.close();
    kernels.close();
  }

  @Test
  void functions_call_each_other_and_keep_float64() {
    NDArray x = manager.create(new double[] {1, 2, 3});
    NDArray y = kernels.compile("powers", POWERS).call("fourth", x).singletonOrThrow();
    assertThat(y.toDoubleArray()).containsExactly(1, 16, 81);
    assertThat(y.getDataType()).isEqualTo(DataType.FLOAT64);
  }

  @Test
  void numbers_texts_truths_and_lists_are_passed() {
    Kernel kernel =
        kernels.compile(
            "arguments",
            """
            def f(self, xs: List[Tensor], n: int, a: float, b: float, yes: bool, word: str, shape: List[int]) -> Tensor:
              y = torch.add(xs[0], xs[1])
              if yes:
                y = torch.mul(torch.add(torch.mul(y, n), a), b)
              if word == "reshape":
                y = torch.reshape(y, shape)
              return y
            """);
    NDList xs = new NDList(manager.create(new float[] {1, 2}), manager.create(new float[] {3, 4}));
    NDArray y =
        kernel.call("f", xs, 2, 1.0f, 0.5, true, "reshape", new long[] {2, 1}).singletonOrThrow();
    assertThat(y.getShape()).isEqualTo(new Shape(2, 1));
    assertThat(y.toFloatArray()).containsExactly(4.5f, 6.5f);
  }

  @Test
  void tuples_and_lists_come_back_in_order() {
    Kernel kernel =
        kernels.compile(
            "results",
            """
            def f(self, x: Tensor) -> Tuple[Tensor, List[Tensor]]:
              return (torch.mul(x, 2), [torch.mul(x, 3), torch.mul(x, 4)])
            """);
    NDList all = kernel.call("f", manager.create(1.0));
    assertThat(all.stream().map(NDArray::getDouble)).containsExactly(2.0, 3.0, 4.0);
  }

  @Test
  void results_belong_to_the_manager_of_the_first_array() {
    try (NDManager other = manager.newSubManager()) {
      NDArray inner = other.create(new double[] {1});
      NDArray outer = manager.create(new double[] {1});
      Kernel kernel =
          kernels.compile(
              "owner",
              """
              def f(self, xs: List[Tensor], y: Tensor) -> Tensor:
                return torch.add(xs[0], y)
              """);
      NDArray sum = kernel.call("f", new NDList(inner), outer).singletonOrThrow();
      assertThat(sum.getManager()).isSameAs(other);
    }
  }

  @Test
  void the_same_name_and_source_compile_once() {
    assertThat(kernels.compile("powers", POWERS))
        .isSameAs(kernels.compile("powers", POWERS))
        .isNotSameAs(kernels.compile("others", POWERS));
  }

  @Test
  void an_unknown_operator_is_reported_with_the_line_of_the_author() {
    String source =
        """
        def f(self, x: Tensor) -> Tensor:
          y = torch.nonsense(x)
          return y
        """;
    assertThatThrownBy(() -> kernels.compile("wrong", source))
        .isInstanceOf(KernelException.class)
        .hasMessageStartingWith("kernel \"wrong\" line 2: Unknown builtin op: aten::nonsense.")
        .hasMessageEndingWith("\n  y = torch.nonsense(x)")
        .hasMessageNotContaining("__torch__");
  }

  @Test
  void an_unclosed_bracket_is_reported_at_the_end_of_the_source() {
    String source =
        """
        def f(self, x: Tensor) -> Tensor:
          return (x
        """;
    assertThatThrownBy(() -> kernels.compile("wrong", source))
        .isInstanceOf(KernelException.class)
        .hasMessageStartingWith("kernel \"wrong\" line 2: expected )");
  }

  @Test
  void a_failing_call_is_reported_with_the_innermost_line() {
    Kernel kernel =
        kernels.compile(
            "product",
            """
            def inner(self, x: Tensor) -> Tensor:
              return torch.matmul(x, x)

            def outer(self, x: Tensor) -> Tensor:
              return self.inner(x)
            """);
    NDArray x = manager.ones(new Shape(2, 3));
    assertThatThrownBy(() -> kernel.call("outer", x))
        .isInstanceOf(KernelException.class)
        .hasMessage(
            """
            kernel "product" line 2: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
              return torch.matmul(x, x)""");
  }

  @Test
  void a_missing_function_and_a_wrong_argument_are_named() {
    Kernel kernel = kernels.compile("powers", POWERS);
    NDArray x = manager.create(1.0);
    assertThatThrownBy(() -> kernel.call("cube", x))
        .isInstanceOf(KernelException.class)
        .hasMessageContainingAll("kernel \"powers\"", "'cube' is not defined");
    assertThatThrownBy(() -> kernel.call("square", new NDList(x)))
        .isInstanceOf(KernelException.class)
        .hasMessageContainingAll("'Tensor' for argument 'x'", "List[Tensor]");
    assertThatThrownBy(() -> kernel.call("square", List.of(x)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one array");
    assertThatThrownBy(() -> kernel.call("square", x, 'c'))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("argument 2", "java.lang.Character");
  }

  @Test
  void a_device_that_is_not_there_is_named() {
    assertThatThrownBy(() -> new ScriptKernels(Device.gpu(99)))
        .isInstanceOf(DeviceException.class)
        .hasMessageContainingAll("gpu(99)", "GPUs");
  }

  @Test
  void native_memory_is_flat_over_calls() {
    Kernel kernel =
        kernels.compile(
            "pair",
            """
            def f(self, xs: List[Tensor], n: int) -> Tuple[Tensor, List[Tensor]]:
              return (torch.mul(xs[0], n), xs)
            """);
    NDArray x = manager.ones(new Shape(1000));
    NDList inputs = new NDList(x);
    kernel.call("f", inputs, 2).close();
    int before = manager.getManagedArrays().size();
    for (int i = 0; i < 5000; i++) {
      kernel.call("f", inputs, 2).close();
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void calls_from_many_threads_agree() {
    Kernel kernel = kernels.compile("powers", POWERS);
    List<Double> sums =
        IntStream.range(0, 400)
            .parallel()
            .mapToObj(
                i -> {
                  try (NDManager own = manager.newSubManager()) {
                    NDArray x = own.full(new Shape(64), i, DataType.FLOAT64);
                    return kernel.call("fourth", x).singletonOrThrow().sum().getDouble();
                  }
                })
            .toList();
    for (int i = 0; i < sums.size(); i++) {
      assertThat(sums.get(i)).isEqualTo(64 * Math.pow(i, 4));
    }
  }
}
