package io.dyad.runtime.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JarAlignmentTest {
  private static final List<Jar> WHOLE =
      List.of(
          jar("dyad-api", "0.1.0"),
          jar("dyad-runtime", "0.1.0"),
          jar("api", "0.35.1"),
          jar("pytorch-engine", "0.35.1"),
          jar("pytorch-jni", "2.7.1-0.35.1"),
          jar("pytorch-native-cpu", "2.7.1-linux-x86_64"));

  @Test
  void jars_of_one_release_belong_together() {
    assertThat(JarAlignment.problems(WHOLE)).isEmpty();
  }

  @Test
  void another_version_of_each_is_told_with_what_belongs_there() {
    assertThat(JarAlignment.problems(with(0, jar("dyad-api", "0.2.0"))))
        .singleElement()
        .asString()
        .contains("dyad-api is version 0.2.0 where 0.1.0 belongs", "/lib/dyad-api-0.2.0.jar");
    assertThat(JarAlignment.problems(with(2, jar("api", "0.34.0")))).hasSize(1);
    assertThat(JarAlignment.problems(with(4, jar("pytorch-jni", "2.7.1-0.34.0")))).hasSize(1);
    assertThat(JarAlignment.problems(with(5, jar("pytorch-native-cpu", "2.5.1-linux-x86_64"))))
        .hasSize(1);
  }

  @Test
  void a_jar_that_is_there_twice_is_told_with_both_places() {
    List<Jar> twice = new ArrayList<>(WHOLE);
    twice.add(new Jar("api", "0.35.1", "/other/api-0.35.1.jar"));

    assertThat(JarAlignment.problems(twice))
        .containsExactly(
            "api is there twice: /lib/api-0.35.1.jar and /other/api-0.35.1.jar; remove one");
  }

  private static List<Jar> with(int index, Jar jar) {
    List<Jar> jars = new ArrayList<>(WHOLE);
    jars.set(index, jar);
    return jars;
  }

  private static Jar jar(String name, String version) {
    return new Jar(name, version, "/lib/" + name + "-" + version + ".jar");
  }
}
