package io.dyad.contract.vectors;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.contract.wrong.WrongProviders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One minus the cosine of rows at a right angle, by closed form. */
class LossVectorsTest {
  private static final String RIGHT_ANGLE =
      """
      {"hyperparameters": {%s},
       "inputs": {"z1": {"shape": [1, 2], "data": [1, 0]},
                  "z2": {"shape": [1, 2], "data": [0, 2]}},
       "outputs": {"loss": {"shape": [], "data": [1]}},
       "gradients": {"z1": {"shape": [1, 2], "data": [0, -1]},
                     "z2": {"shape": [1, 2], "data": [%s, 0]}}}
      """;

  @TempDir Path folder;

  @Test
  void value_and_gradients_are_compared() throws IOException {
    write(RIGHT_ANGLE.formatted("\"views\": 2", "-0.5"));
    assertThatCode(this::run).doesNotThrowAnyException();
    write(RIGHT_ANGLE.formatted("", "-1"));
    assertThatThrownBy(this::run).hasMessageContaining("gradient z2[0] is -0.5 instead of -1.0");
  }

  @Test
  void a_hyperparameter_that_is_no_option_fails() throws IOException {
    write(RIGHT_ANGLE.formatted("\"temperature\": 2", "-0.5"));
    assertThatThrownBy(this::run).hasMessageContaining("temperature is not known");
  }

  private void write(String json) throws IOException {
    Path method = Files.createDirectories(folder.resolve("right-loss"));
    Files.writeString(method.resolve("right-angle.json"), json);
  }

  private void run() throws Throwable {
    new VectorSuite(List.of(LossVectors.of("right-loss", new WrongProviders.Unlisted())))
        .tests(folder)
        .findFirst()
        .orElseThrow()
        .getExecutable()
        .execute();
  }
}
