package io.dyad.runtime.options;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private final Problems problems = new Problems();

  @Test
  void no_problem_throws_nothing() {
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void problems_are_shown_together_aligned_and_in_the_order_of_lines() {
    problems.add("--set", "train.loaders must be an integer, got \"many\"");
    problems.add("run.conf:14", "train.optimizer.momentum must be in [0, 1), got 1.2");
    problems.add("run.conf:9", "loss.tempreture is not an option of loss \"soft\"");
    problems.addOptions("\"soft\"", List.of("temperature", "symmetric"));
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            run.conf:9   loss.tempreture is not an option of loss "soft"
            run.conf:14  train.optimizer.momentum must be in [0, 1), got 1.2
            --set        train.loaders must be an integer, got "many"
            3 problems; nothing was started. Options of "soft": temperature, symmetric""");
  }

  @Test
  void one_problem_is_counted_in_the_singular() {
    problems.add("run.conf:1", "name is missing");
    assertThatThrownBy(problems::throwIfAny)
        .hasMessage("run.conf:1  name is missing\n1 problem; nothing was started.");
  }
}
