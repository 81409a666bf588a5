package io.dyad.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void a_swap_of_neighbours_costs_one() {
    assertThat(Nearest.distance("trian", "train")).isEqualTo(1);
  }

  @Test
  void missing_and_replaced_letters_cost_one_each() {
    assertThat(Nearest.distance("tempreture", "temperature")).isEqualTo(2);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }

  @Test
  void candidates_are_ordered_by_nearness_then_by_the_alphabet() {
    assertThat(Nearest.order("ntxnet", List.of("dcl", "vcl", "ntxent")))
        .containsExactly("ntxent", "dcl", "vcl");
  }

  @Test
  void a_name_that_resembles_nothing_gets_no_suggestion() {
    assertThat(Nearest.suggest("queue", List.of("temperature"))).isEmpty();
    assertThat(Nearest.question("mocco", List.of("moco"))).isEqualTo("; did you mean \"moco\"?");
  }
}
