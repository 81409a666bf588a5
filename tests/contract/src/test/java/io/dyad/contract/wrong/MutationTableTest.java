package io.dyad.contract.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.contract.DataSourceContract;
import io.dyad.contract.EncoderContract;
import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.LossContract;
import io.dyad.contract.PairSamplerContract;
import io.dyad.contract.ProcedureContract;
import io.dyad.contract.ProviderContract;
import io.dyad.contract.ViewGeneratorContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of docs/plugin-authors.md says what {@link MutationTest} tests. */
class MutationTableTest {
  private static final Path GUIDE = Path.of("..", "..", "docs", "plugin-authors.md");
  private static final String SECTION = "What the kit catches";

  @Test
  void the_table_has_a_row_for_each_mistake_and_no_other() throws IOException {
    assertThat(rows())
        .containsExactlyElementsOf(Mistakes.all().map(MutationTableTest::row).toList());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        LossContract.class,
        PairSamplerContract.class,
        EncoderContract.class,
        ViewGeneratorContract.class,
        DataSourceContract.class,
        EvaluatorContract.class,
        ProcedureContract.class
      })
  void each_check_has_a_mistake_that_it_is_meant_for(Class<?> contract) {
    String name = contract.getSimpleName().replace("Contract", "");
    Set<String> own = checks(contract);
    Set<String> shared = checks(ProviderContract.class);
    own.removeAll(shared);
    assertThat(meant(name)).as("checks of %s", contract).isEqualTo(own);
    assertThat(meant("every")).isEqualTo(shared);
  }

  private static String row(Mistake mistake) {
    String checks =
        mistake.row().caughtBy().stream()
            .map(check -> "`" + check + "`")
            .collect(Collectors.joining(", "));
    return "| %s | %s | %s |".formatted(mistake.contract(), mistake.row().mistake(), checks);
  }

  private static List<String> rows() throws IOException {
    return Files.readString(GUIDE)
        .lines()
        .dropWhile(line -> !line.endsWith(SECTION))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .toList();
  }

  private static Set<String> meant(String contract) {
    return Mistakes.all()
        .filter(mistake -> mistake.contract().equals(contract))
        .map(mistake -> mistake.row().caughtBy().get(0))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> checks(Class<?> contract) {
    Set<String> names = new TreeSet<>();
    for (Class<?> type = contract; type != null; type = type.getSuperclass()) {
      Arrays.stream(type.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Test.class))
          .forEach(method -> names.add(method.getName()));
    }
    return names;
  }
}
