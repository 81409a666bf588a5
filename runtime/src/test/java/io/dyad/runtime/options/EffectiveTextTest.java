package io.dyad.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import io.dyad.api.Default;
import io.dyad.api.Loss;
import io.dyad.api.Spec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectiveTextTest {
  record Root(
      String name,
      @Default("[\"*\", main]") List<String> trains,
      Map<String, Spec<Loss>> terms,
      Optional<Double> decay) {}

  private static OptionsBinder.Binding<Root> bind(Config config) {
    Problems problems = new Problems();
    return new OptionsBinder(new TestParts(), problems).bind(Root.class, config).orElseThrow();
  }

  private static Config parse(String text) {
    return ConfigFactory.parseString(
        text, ConfigParseOptions.defaults().setOriginDescription("run.conf"));
  }

  @Test
  void every_value_is_written_with_where_it_comes_from() {
    OptionsBinder.Binding<Root> bound =
        bind(parse("name = \"true\"\nterms { \"a.b\" { use = soft,\n temperature = 1 } }"));
    assertThat(EffectiveText.write(bound.effective()))
        .isEqualTo(
            """
            name = "true"         # run.conf:1
            trains = ["*", main]  # default of trains
            terms {
              "a.b" {
                use = soft        # run.conf:2
                temperature = 1   # run.conf:3
                symmetric = true  # default of terms."a.b".symmetric
              }
            }
            """);
  }

  @Test
  void the_text_reads_back_to_the_same_record() {
    OptionsBinder.Binding<Root> first =
        bind(
            parse(
                "name = \"a # b \\\" c\"\nterms { soft {}, \"include\" { use = soft }, \"a b\" = soft }\ndecay = 0.5"));
    OptionsBinder.Binding<Root> second =
        bind(ConfigFactory.parseString(EffectiveText.write(first.effective())));
    assertThat(second.value().toString()).isEqualTo(first.value().toString());
  }
}
