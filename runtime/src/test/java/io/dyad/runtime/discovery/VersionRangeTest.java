package io.dyad.runtime.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          [0.1,0.2)   ; 0.1.0          ; true
          [0.1,0.2)   ; 0.1.0-SNAPSHOT ; true
          [0.1,0.2)   ; 0.1.17         ; true
          [0.1,0.2)   ; 0.2            ; false
          [0.1,0.2)   ; 0.2.0-SNAPSHOT ; false
          [0.1,0.2)   ; 0.0.9          ; false
          [0.1,0.2)   ; 0.10           ; false
          (0.1,0.2]   ; 0.1.0          ; false
          (0.1,0.2]   ; 0.2.0          ; true
          [1.2,)      ; 7              ; true
          (,1.2]      ; 0.1            ; true
          [1.2,1.2]   ; 1.2.0          ; true
          0.1.0       ; 0.1.9          ; true
          0.1.0       ; 0.2.0          ; false
          0.1.3       ; 0.1.2          ; false
          1.4.2       ; 1.9            ; true
          1.4.2       ; 2.0            ; false
          0.1.0-SNAPSHOT ; 0.1.0       ; true
          """)
  void a_range_holds_versions_by_their_numbers(String range, String version, boolean held) {
    assertThat(VersionRange.parse(range).contains(version)).isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[0.1", "[0.1;0.2)", "latest", "${project.version}", "[a,b)"})
  void a_text_that_is_no_range_is_rejected(String text) {
    assertThatThrownBy(() -> VersionRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + text + "\" is no range of versions such as \"[0.1,0.2)\"");
  }

  @Test
  void the_running_versions_are_known_from_jar_and_class_folder_alike() {
    assertThat(VersionRange.parse("[0.1,0.2)").contains(BuiltFor.runningApi())).isTrue();
    assertThat(VersionRange.parse("[0.35,0.36)").contains(BuiltFor.runningDjl())).isTrue();
  }
}
