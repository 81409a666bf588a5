package io.dyad.contract.wrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Each mistake is caught by the check meant for it, and by no check that has nothing to say. */
class MutationTest {
  static Stream<Mistake> mistakes() {
    return Mistakes.all();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_caught_by_the_checks_meant_for_it(Mistake mistake) {
    var failed =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(mistake.asSubject()))
            .execute()
            .testEvents()
            .failed();
    List<String> names =
        failed.stream()
            .map(event -> event.getTestDescriptor().getDisplayName().replace("()", ""))
            .sorted()
            .toList();
    assertThat(names).isEqualTo(mistake.row().caughtBy().stream().sorted().toList());
  }
}
