package io.dyad.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  private static final String FIXTURE = "io.dyad.system.architecture.fixture";

  private static final JavaClasses dyad =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.dyad");
  private static final JavaClasses fixture = new ClassFileImporter().importPackages(FIXTURE);

  /** Each rule, with the class of the fixture that breaks it and a word of the complaint. */
  static Stream<Arguments> rules() {
    return Stream.of(
        rule("api alone", HouseRules::api_knows_only_djl_and_logging, "api.KnowsTheEngine"),
        rule("toolkit", HouseRules::toolkit_knows_only_the_api, "toolkit.KnowsTheRuntime"),
        rule("runtime", HouseRules::runtime_knows_no_plugin, "runtime.KnowsAPlugin"),
        rule("plugins", HouseRules::plugins_do_not_know_the_runtime, "painting.KnowsTheRuntime"),
        rule("islands", HouseRules::plugins_do_not_know_each_other, "painting.KnowsAnotherPlugin"),
        rule("engine", HouseRules::only_the_runtime_knows_the_engine, "api.KnowsTheEngine"),
        rule("cycles", HouseRules::packages_have_no_cycles, "Cycle detected"),
        rule(
            "streams",
            HouseRules::only_the_entry_point_knows_the_standard_streams,
            "painting.PrintsToStandardOutput"),
        rule("traces", HouseRules::nobody_prints_a_stack_trace, "painting.PrintsAStackTrace"),
        rule("stability", HouseRules::published_types_state_their_stability, "api.KnowsTheEngine"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void dyad_keeps_the_rule(Function<HouseRules, ArchRule> rule, String ignored) {
    rule.apply(new HouseRules("io.dyad")).allowEmptyShould(true).check(dyad);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_wrong_class_breaks_the_rule(Function<HouseRules, ArchRule> rule, String complaint) {
    EvaluationResult result = rule.apply(new HouseRules(FIXTURE)).evaluate(fixture);

    assertThat(result.getFailureReport().getDetails())
        .anySatisfy(detail -> assertThat(detail).contains(complaint));
  }

  @Test
  void the_modules_are_on_the_class_path() {
    assertThat(dyad).extracting("packageName").contains("io.dyad.api", "io.dyad.toolkit.view");
    assertThat(dyad).noneMatch(type -> type.getPackageName().startsWith(FIXTURE));
  }

  private static Arguments rule(
      String name, Function<HouseRules, ArchRule> rule, String complaint) {
    return Arguments.of(Named.of(name, rule), complaint);
  }
}
