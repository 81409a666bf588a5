package io.dyad.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Loss;
import io.dyad.api.PluginException;
import io.dyad.api.Spec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsBinderTest {
  enum Curve {
    FLAT,
    HALF_COSINE
  }

  record Inner(@Default("1") int epochCount) {}

  record Everything(
      boolean flag,
      int count,
      long seed,
      float ratio,
      double rate,
      String text,
      Curve curve,
      Path folder,
      Optional<Double> decay,
      List<Integer> widths,
      Map<String, Inner> groups,
      Inner inner,
      Spec<Loss> loss) {}

  record Bounded(@Default("0.5") @Bound("[0, 1)") double momentum, @Default("[]") List<Long> ids) {}

  record Strict(@Default("1") int low, @Default("2") int high) {
    Strict {
      if (low > high) {
        throw new IllegalArgumentException("low must not be above high (" + high + ")");
      }
    }
  }

  record Wrong(@Default("many") int workers) {}

  record Unreadable(@Default("[1, ") List<Integer> widths) {}

  record Losses(List<Spec<Loss>> losses) {}

  record Terms(@Default("{}") Map<String, Spec<Loss>> terms) {}

  record Needed(@Doc("what it is for") String name) {}

  private final Problems problems = new Problems();

  private <R extends Record> Optional<R> bind(Class<R> type, String... lines) {
    ConfigParseOptions options = ConfigParseOptions.defaults().setOriginDescription("run.conf");
    return new OptionsBinder(new TestParts(), problems)
        .bind(type, ConfigFactory.parseString(String.join("\n", lines), options))
        .map(OptionsBinder.Binding::value);
  }

  private List<String> messages() {
    return problems.all().stream().map(each -> each.where() + " " + each.message()).toList();
  }

  @Test
  void every_type_is_bound_from_kebab_case_keys() {
    Everything bound =
        bind(
                Everything.class,
                "flag = true, count = 3, seed = 9000000000, ratio = 0.5, rate = inf, text = 12",
                "curve = half-cosine, folder = data/raw, decay = 0.1, widths = [1, 2]",
                "groups { \"main.projection.*\" { epoch-count = 7 } }",
                "inner {}, loss = soft")
            .orElseThrow();
    assertThat(messages()).isEmpty();
    assertThat(bound.seed()).isEqualTo(9_000_000_000L);
    assertThat(bound.rate()).isInfinite();
    assertThat(bound.text()).isEqualTo("12");
    assertThat(bound.curve()).isEqualTo(Curve.HALF_COSINE);
    assertThat(bound.folder()).isEqualTo(Path.of("data/raw"));
    assertThat(bound.decay()).contains(0.1);
    assertThat(bound.widths()).containsExactly(1, 2);
    assertThat(bound.groups()).containsExactly(Map.entry("main.projection.*", new Inner(7)));
    assertThat(bound.inner()).isEqualTo(new Inner(1));
    assertThat(ResolvedSpec.of(bound.loss()).options())
        .isEqualTo(new TestParts.SoftOptions(0.2, true));
  }

  @Test
  void a_key_set_to_null_is_as_good_as_absent() {
    assertThat(bind(Inner.class, "epoch-count = null")).contains(new Inner(1));
  }

  @Test
  void a_wrong_type_says_what_is_expected_and_what_was_written() {
    bind(
        Everything.class,
        "flag = maybe",
        "count = 2.5",
        "seed = 1e30",
        "ratio = many",
        "rate = []",
        "text = {}",
        "curve = half-cosin",
        "folder = x",
        "widths = 3",
        "groups = 3",
        "inner = 3",
        "loss = 3");
    assertThat(messages())
        .containsExactly(
            "run.conf:1 flag must be true or false, got \"maybe\"",
            "run.conf:2 count must be an integer, got 2.5",
            "run.conf:3 seed must be an integer, got 1.0E30",
            "run.conf:4 ratio must be a number, got \"many\"",
            "run.conf:5 rate must be a number, got a list",
            "run.conf:6 text must be a string, got an object",
            "run.conf:7 curve must be one of flat, half-cosine, got \"half-cosin\"; did you mean"
                + " \"half-cosine\"?",
            "run.conf:9 widths must be a list, got 3",
            "run.conf:10 groups must be an object { name { ... } }, got 3",
            "run.conf:11 inner must be an object { ... }, got 3",
            "run.conf:12 loss must be a loss: a name, or { use = name }, got 3");
  }

  @Test
  void a_number_outside_its_interval_is_reported_with_the_interval() {
    assertThat(bind(Bounded.class, "momentum = 1")).isEmpty();
    assertThat(messages()).containsExactly("run.conf:1 momentum must be in [0, 1), got 1");
  }

  @Test
  void nan_is_outside_every_interval() {
    assertThat(bind(Bounded.class, "momentum = NaN")).isEmpty();
    assertThat(messages()).containsExactly("run.conf:1 momentum must be in [0, 1), got \"NaN\"");
  }

  @Test
  void an_element_of_a_list_is_named_by_its_index() {
    bind(Bounded.class, "ids = [1,", "two]");
    assertThat(messages()).containsExactly("run.conf:2 ids[1] must be an integer, got \"two\"");
  }

  @Test
  void a_missing_option_is_reported_with_what_it_is_for() {
    bind(Needed.class, "");
    assertThat(messages()).containsExactly("run.conf:1 name is missing: what it is for");
  }

  @Test
  void an_objection_of_the_constructor_is_reported_at_the_option_it_starts_with() {
    bind(Strict.class, "low = 1", "", "low = 5");
    assertThat(messages()).containsExactly("run.conf:3 low must not be above high (2)");
  }

  @Test
  void a_bad_default_is_blamed_on_the_default() {
    bind(Wrong.class, "");
    assertThat(messages())
        .containsExactly("default of workers workers must be an integer, got \"many\"");
  }

  @Test
  void a_default_that_is_no_hocon_is_blamed_on_the_default() {
    bind(Unreadable.class, "");
    assertThat(messages()).containsExactly("default of widths is no HOCON: [1, ");
  }

  @Test
  void a_list_may_hold_parts() {
    Losses bound =
        bind(Losses.class, "losses = [soft, { use = soft, temperature = 2 }]").orElseThrow();
    assertThat(bound.losses())
        .extracting(spec -> ResolvedSpec.of(spec).options())
        .containsExactly(new TestParts.SoftOptions(0.2, true), new TestParts.SoftOptions(2, true));
  }

  @Test
  void a_type_that_no_option_can_have_is_a_fault_of_the_plugin() {
    record Odd(@Default("x") StringBuilder text) {}
    assertThatThrownBy(() -> bind(Odd.class, ""))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("StringBuilder");
  }

  @Test
  void the_key_of_a_map_names_the_part_unless_use_says_otherwise() {
    Terms bound =
        bind(Terms.class, "terms { soft {}, other { use = soft, temperature = 1 } }").orElseThrow();
    assertThat(bound.terms()).containsOnlyKeys("other", "soft");
    ResolvedSpec<Loss> other = ResolvedSpec.of(List.copyOf(bound.terms().values()).get(0));
    assertThat(other.provider()).isEqualTo("soft");
    assertThat(other.options()).isEqualTo(new TestParts.SoftOptions(1, true));
    assertThat(other.path()).isEqualTo("terms.other");
    assertThat(other.origin()).isEqualTo("run.conf:1");
  }

  @Test
  void a_nested_part_is_bound_at_once_with_its_own_path() {
    bind(Terms.class, "terms.main {", "use = wrap", "base { use = soft, temperature = 0 }", "}");
    assertThat(messages())
        .containsExactly("run.conf:3 terms.main.base.temperature must be in (0, inf), got 0");
  }

  @Test
  void a_part_without_a_name_is_reported() {
    bind(TestParts.WrapOptions.class, "base { temperature = 1 }");
    assertThat(messages())
        .containsExactly("run.conf:1 base does not say which loss; add use = NAME");
  }

  @Test
  void an_unknown_part_is_reported_where_it_was_named() {
    bind(TestParts.WrapOptions.class, "base {", "use = sofd }");
    assertThat(messages()).containsExactly("run.conf:2 base: no loss named \"sofd\"");
  }
}
