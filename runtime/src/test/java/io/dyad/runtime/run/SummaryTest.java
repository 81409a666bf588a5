package io.dyad.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.DataException;
import io.dyad.api.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
  private static final String JSON =
      """
      {"experiment":"digits","seed":1,"epochs":40,"steps":560,"seconds":12.5,"samplesPerSecond":4600.0,\
      "peakMemoryBytes":400000000,"metrics":{"learned":{"knn.top1":0.97,"linear-probe.top1":0.98},\
      "untrained":{"knn.top1":0.5},"input":{"knn.top1":"NaN"}},"protocol":{"knn":{"provider":"knn",\
      "options":{"k":20},"metrics":{"top1":{"unit":"fraction","higherIsBetter":true}}}}}""";

  private final Summary summary =
      new Summary(
          "digits",
          1,
          40,
          560,
          12.5,
          4600,
          400_000_000,
          new Summary.Metrics(
              Map.of("linear-probe.top1", 0.98, "knn.top1", 0.97),
              Map.of("knn.top1", 0.5),
              Map.of("knn.top1", Double.NaN)),
          Map.of(
              "knn",
              Summary.Protocol.of(
                  "knn", Map.of("k", 20L), List.of(Metric.of("top1", 0.97, true, "fraction")))));

  @TempDir Path folder;

  @Test
  void keys_and_their_order_are_those_that_scripts_know() {
    assertThat(summary.toJson()).isEqualTo(JSON);
  }

  @Test
  void a_file_returns_as_it_was_written() {
    Path file = folder.resolve("summary.json");
    summary.write(file);
    assertThat(Summary.read(file)).isEqualTo(summary);
    assertThat(file).content().startsWith("{\n  \"experiment\" : \"digits\",\n").endsWith("}\n");
  }

  @Test
  void a_malformed_file_is_named() throws Exception {
    for (String text : List.of("", "{", "{\"experiment\":\"x\"}", JSON + "x", "[]")) {
      Path file = Files.writeString(folder.resolve("summary.json"), text);
      assertThatThrownBy(() -> Summary.read(file))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("summary.json");
    }
  }
}
