package io.dyad.system.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;

/**
 * The arrows of docs/design.md, section 3, for the packages below one root.
 *
 * <p>Whatever is neither API, toolkit, runtime nor test code is a plugin, so that a new plugin is
 * held to the rules without being named here.
 */
record HouseRules(String root) {

  ArchRule api_knows_only_djl_and_logging() {
    return classes()
        .that()
        .resideInAPackage(room("api"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(room("api"), "java..", "ai.djl..", "org.slf4j..", "org.jspecify..")
                .and(DescribedPredicate.not(resideInAnyPackage("ai.djl.pytorch.."))));
  }

  ArchRule toolkit_knows_only_the_api() {
    return noClasses()
        .that()
        .resideInAPackage(room("toolkit"))
        .should()
        .dependOnClassesThat(ours().and(outside("toolkit", "api")));
  }

  ArchRule runtime_knows_no_plugin() {
    return noClasses()
        .that()
        .resideInAPackage(room("runtime"))
        .should()
        .dependOnClassesThat(ours().and(outside("runtime", "toolkit", "api")));
  }

  ArchRule plugins_do_not_know_the_runtime() {
    return noClasses()
        .that(are(plugins()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(room("runtime"), "com.google.inject..", "com.typesafe.config..");
  }

  ArchRule plugins_do_not_know_each_other() {
    return slices().assignedFrom(new PluginOfClass()).should().notDependOnEachOther();
  }

  ArchRule only_the_runtime_knows_the_engine() {
    return noClasses()
        .that(are(plugins().or(resideInAnyPackage(room("api"), room("toolkit")))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl.pytorch..");
  }

  ArchRule packages_have_no_cycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  ArchRule only_the_entry_point_knows_the_standard_streams() {
    return noClasses()
        .that(are(ours()))
        .and()
        .doNotHaveFullyQualifiedName(root + ".runtime.cli.Dyad")
        .should(ACCESS_STANDARD_STREAMS);
  }

  /** All others throw or log; {@code Failures} prints one when {@code --debug} asks for it. */
  ArchRule nobody_prints_a_stack_trace() {
    return noClasses()
        .that(are(ours()))
        .and()
        .doNotHaveFullyQualifiedName(root + ".runtime.cli.Failures")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "it prints a stack trace",
                call ->
                    call.getTarget().getName().equals("printStackTrace")
                        && call.getTargetOwner().isAssignableTo(Throwable.class)));
  }

  ArchRule published_types_state_their_stability() {
    return classes()
        .that()
        .resideInAnyPackage(room("api"), room("toolkit"))
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .should()
        .beAnnotatedWith("io.dyad.api.Stable")
        .orShould()
        .beAnnotatedWith("io.dyad.api.Experimental");
  }

  private String room(String name) {
    return root + "." + name + "..";
  }

  private DescribedPredicate<JavaClass> ours() {
    return resideInAnyPackage(root + "..");
  }

  private DescribedPredicate<JavaClass> outside(String... rooms) {
    String[] packages = Arrays.stream(rooms).map(this::room).toArray(String[]::new);
    return DescribedPredicate.not(resideInAnyPackage(packages));
  }

  private DescribedPredicate<JavaClass> plugins() {
    return ours()
        .and(outside("api", "toolkit", "runtime", "contract", "system", "benchmark"))
        .as("plugins");
  }

  /** A plugin is the package right below the root, with all that is in it. */
  private final class PluginOfClass implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      if (!plugins().test(type)) {
        return SliceIdentifier.ignore();
      }
      String below = type.getPackageName().substring(root.length() + 1);
      return SliceIdentifier.of(below.split("\\.", 2)[0]);
    }

    @Override
    public String getDescription() {
      return "plugins";
    }
  }
}
