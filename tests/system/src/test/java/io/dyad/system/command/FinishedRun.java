package io.dyad.system.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A training that has ended well.
 *
 * @param folder its run folder
 * @param command what it printed
 */
public record FinishedRun(Path folder, Command command) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Trains the quick start for one epoch, with more arguments, into a folder without runs yet. */
  public static FinishedRun oneEpoch(Path runs, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--set", "train.epochs=1"));
    arguments.addAll(List.of(more));
    return of(runs, arguments.toArray(String[]::new));
  }

  /** Trains with these arguments into a folder without runs yet. */
  public static FinishedRun of(Path runs, String... more) {
    List<String> arguments = new ArrayList<>(List.of("train", "--json", "--runs", runs.toString()));
    arguments.addAll(List.of(more));
    Command command = Command.run(arguments.toArray(String[]::new));
    assertThat(command.exitCode()).as(command.errors()).isZero();
    return new FinishedRun(onlyChild(runs), command);
  }

  /** Returns {@code summary.json}. */
  public JsonNode summary() {
    return json(folder.resolve("summary.json"));
  }

  /** Returns the lines of {@code metrics.jsonl}. */
  public List<JsonNode> metrics() {
    try (Stream<String> lines = Files.lines(folder.resolve("metrics.jsonl"))) {
      return lines.map(FinishedRun::json).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the folder of the only checkpoint. */
  public Path checkpoint() {
    return onlyChild(folder.resolve("checkpoints"));
  }

  /** Reads a file of JSON. */
  public static JsonNode json(Path file) {
    try {
      return json(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes JSON. */
  public static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads JSON; anything after it is an error. */
  public static JsonNode json(String text) {
    try {
      return JSON.readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readValue(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path onlyChild(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> all = children.filter(path -> !isHidden(path)).toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }
}
