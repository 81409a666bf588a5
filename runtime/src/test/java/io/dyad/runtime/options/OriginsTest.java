package io.dyad.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OriginsTest {
  /** A block. */
  public record Inner(
      @Doc("a number") @Default("1") int number, @Doc("a word") @Default("none") String word) {}

  /** All of it. */
  public record Outer(
      @Doc("blocks by name") @Default("{}") Map<String, Inner> blocks,
      @Doc("another") @Default("{}") Inner other,
      @Doc("may be absent") Optional<Inner> absent) {}

  private final Origins origins =
      new Origins(
          new OptionsBinder(new TestParts(), new Problems())
              .bind(
                  Outer.class,
                  ConfigFactory.parseString(
                      """
                      blocks {
                        first {}
                        "the.second" {
                          word = written
                        }
                      }
                      """,
                      ConfigParseOptions.defaults().setOriginDescription("run.conf")))
              .orElseThrow()
              .effective());

  @Test
  void a_value_is_where_it_was_written() {
    assertThat(origins.of("blocks.\"the.second\".word")).isEqualTo("run.conf:4");
    assertThat(origins.written("blocks.\"the.second\".word")).contains("run.conf:4");
  }

  @Test
  void a_default_was_not_written() {
    assertThat(origins.of("other.number")).isEqualTo("default of other.number");
    assertThat(origins.written("other.number")).isEmpty();
    assertThat(origins.written("blocks.\"the.second\".number")).isEmpty();
  }

  @Test
  void a_block_is_where_its_first_value_was_written() {
    assertThat(origins.of("blocks.\"the.second\"")).isEqualTo("run.conf:4");
    assertThat(origins.of("blocks")).isEqualTo("run.conf:4");
  }

  @Test
  void what_is_not_there_is_where_the_block_around_it_is() {
    assertThat(origins.of("blocks.\"the.second\".nothing.at.all")).isEqualTo("run.conf:4");
    assertThat(origins.of("absent.number")).isEqualTo("default of absent.number");
    assertThat(origins.written("absent.number")).isEmpty();
  }
}
