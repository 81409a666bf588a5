package io.dyad.contract.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.contract.harness.Harness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class VectorSuiteTest {
  private static final String SCALED =
      """
      {"method": "scale", "hyperparameters": {"factor": 2},
       "inputs": {"x": {"shape": [2], "data": [1, 3]}, "deep": {"y": {"shape": [], "data": [0]}}},
       "outputs": {"y": {"shape": [2], "data": [2, %s]}},
       "gradients": {"x": {"shape": [2], "data": [2, 2]}},
       "tolerance": {"rtol": 1e-5, "atol": 1e-6}}
      """;

  private static final String LOSS = "\"loss\": {\"shape\": [], \"data\": [8]}, ";

  @TempDir Path folder;

  /** Multiplies by the factor; a case can ask it to leave something out by its file's name. */
  private static final class Scale implements VectorAdapter {
    @Override
    public boolean accepts(VectorCase vector) {
      return vector.method().equals("scale");
    }

    @Override
    public Outcome run(VectorCase vector, Harness harness) {
      double factor =
          vector.name().equals("unread") ? 2 : vector.hyperparameters().number("factor");
      RecordedArray input = vector.input("x");
      NDArray x = harness.leaf(input.shape(), input.data());
      NDArray y = x.mul(harness.constant(new Shape(), factor));
      Outcome outcome = new Outcome().output("y", y).output("loss", y.sum());
      return vector.name().equals("no-gradient")
          ? outcome
          : outcome.gradient("x", harness.gradients(y.sum(), x).head());
    }
  }

  @Test
  void a_case_within_tolerance_passes_under_its_file_name() throws IOException {
    assertThat(VectorCase.read(write("typical", SCALED.formatted("6.00005"))).name())
        .isEqualTo("typical");
    assertThatCode(this::run).doesNotThrowAnyException();
  }

  @Test
  void a_case_out_of_tolerance_fails_with_the_place() throws IOException {
    write("typical", SCALED.formatted("6.0001"));
    assertThatThrownBy(this::run)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("output y[1] is 6.0 instead of 6.0001");
  }

  @Test
  void a_missing_gradient_and_an_unread_hyperparameter_fail() throws IOException {
    write("no-gradient", SCALED.formatted("6"));
    assertThatThrownBy(this::run).hasMessageContaining("gradient x is missing");
    Files.delete(folder.resolve("no-gradient.json"));
    write("unread", SCALED.formatted("6"));
    assertThatThrownBy(this::run)
        .hasMessageContaining("hyperparameter factor is not known to the adapter");
  }

  @Test
  void another_shape_fails() throws IOException {
    write(
        "typical",
        SCALED.replace("\"y\": {\"shape\": [2]", "\"y\": {\"shape\": [2, 1]").formatted("6"));
    assertThatThrownBy(this::run).hasMessageContaining("has shape (2) instead of (2, 1)");
  }

  @Test
  void the_summary_counts_what_passed_failed_and_has_no_adapter() throws IOException {
    write("a", SCALED.formatted("6"));
    write("b", SCALED.formatted("7"));
    write("c", "{\"method\": \"unknown\"}");
    write("d", "not json");
    VectorSuite suite = new VectorSuite(List.of(new Scale()));
    List<Executable> tests = suite.tests(folder).map(test -> test.getExecutable()).toList();
    assertThatCode(tests.get(0)::execute).doesNotThrowAnyException();
    assertThatThrownBy(tests.get(1)::execute).isInstanceOf(AssertionError.class);
    assertThatThrownBy(tests.get(2)::execute).isInstanceOf(TestAbortedException.class);
    assertThatThrownBy(tests.get(3)::execute).hasMessageContaining("d.json");
    assertThat(suite.summary()).isEqualTo("vectors: 1 passed, 2 failed, 1 without an adapter");
  }

  @Test
  void a_loss_runs_in_float32_as_well_unless_it_is_exempt() throws IOException {
    write(
        "typical",
        SCALED.replace("\"y\": {\"shape\": [2]", LOSS + "\"y\": {\"shape\": [2]").formatted("6"));
    VectorSuite suite = new VectorSuite(List.of(new Scale()));
    List<DynamicTest> tests = suite.tests(folder).toList();
    assertThat(tests)
        .extracting(DynamicTest::getDisplayName)
        .containsExactly("typical.json", "typical.json in float32");
    tests.forEach(test -> assertThatCode(test.getExecutable()::execute).doesNotThrowAnyException());
    assertThat(suite.summary())
        .isEqualTo(
            "vectors: 1 passed, 0 failed, 0 without an adapter; in float32: 1 passed, 0 failed");
    assertThat(suite.doubleOnly("scale/typical").tests(folder)).hasSize(1);
  }

  @Test
  void float32_may_be_off_by_a_thousandth() throws IOException {
    write(
        "near",
        SCALED
            .replace("\"y\": {\"shape\": [2]", LOSS + "\"y\": {\"shape\": [2]")
            .formatted("6.004"));
    write(
        "off",
        SCALED
            .replace("\"y\": {\"shape\": [2]", LOSS + "\"y\": {\"shape\": [2]")
            .formatted("6.02"));
    List<Executable> tests =
        new VectorSuite(List.of(new Scale()))
            .tests(folder)
            .map(test -> test.getExecutable())
            .toList();
    assertThatCode(tests.get(1)::execute).doesNotThrowAnyException();
    assertThatThrownBy(tests.get(3)::execute).hasMessageContaining("output y[1] is 6.0");
  }

  @Test
  void nested_inputs_are_named_by_their_path() throws IOException {
    assertThat(VectorCase.read(write("typical", SCALED.formatted("6"))).inputs())
        .containsOnlyKeys("x", "deep.y");
  }

  @Test
  void a_folder_without_vectors_is_an_error() {
    VectorSuite suite = new VectorSuite(List.of());
    assertThatThrownBy(() -> suite.tests(folder)).hasMessageContaining("no reference vectors");
    assertThatThrownBy(() -> suite.tests(folder.resolve("absent")))
        .hasMessageContaining("is not a folder");
  }

  private Path write(String name, String json) throws IOException {
    return Files.writeString(folder.resolve(name + ".json"), json);
  }

  private void run() throws Throwable {
    new VectorSuite(List.of(new Scale()))
        .tests(folder)
        .findFirst()
        .orElseThrow()
        .getExecutable()
        .execute();
  }
}
