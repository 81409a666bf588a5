package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dyad.api.DataException;
import io.dyad.toolkit.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How JSON is written and read here: keys in a stable order, whole numbers as {@code Long}, and
 * numbers that JSON cannot express as the strings {@code "NaN"} and {@code "Infinity"}.
 */
public final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final long MAX_BYTES = 64L << 20;

  private static final ObjectWriter INDENTED =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n")));

  private Json() {}

  /** Returns a value as one line. */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException cause) {
      throw new IllegalArgumentException("not a JSON value: " + value, cause);
    }
  }

  /**
   * Writes a value as indented JSON.
   *
   * @throws io.dyad.api.DyadException naming path and cause if it cannot be written
   */
  public static void write(Path path, Object value) {
    AtomicFile.write(
        path, stream -> stream.write((INDENTED.writeValueAsString(value) + "\n").getBytes(UTF_8)));
  }

  /**
   * Reads a value.
   *
   * @throws DataException naming the file if it is missing or malformed
   */
  public static <T> T read(Path path, Class<T> type) {
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw new DataException(
            "%s: %d bytes; at most %d are read".formatted(path, Files.size(path), MAX_BYTES));
      }
      return MAPPER.readValue(path.toFile(), type);
    } catch (JsonProcessingException cause) {
      throw new DataException("%s: %s".formatted(path, cause.getOriginalMessage()), cause);
    } catch (IOException cause) {
      throw ReadFailure.of(path, cause);
    }
  }

  /**
   * Reads a value from a text.
   *
   * @param name of the text in messages
   * @throws DataException naming the text if it is malformed
   */
  public static <T> T parse(String name, String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException cause) {
      throw new DataException("%s: %s".formatted(name, cause.getOriginalMessage()), cause);
    }
  }
}
