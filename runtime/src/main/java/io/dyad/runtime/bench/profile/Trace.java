package io.dyad.runtime.bench.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a trace in Chrome's format, event by event. */
final class Trace {
  private static final JsonFactory JSON = new JsonFactory();

  private Trace() {}

  /** Returns the events of each thread, in the order in which they ended. */
  static List<List<TraceEvent>> read(Path file) throws IOException {
    Map<Long, List<TraceEvent>> threads = new TreeMap<>();
    try (JsonParser parser = JSON.createParser(file.toFile())) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          TraceEvent event = event(parser);
          threads.computeIfAbsent(event.thread(), thread -> new ArrayList<>()).add(event);
        }
      }
    }
    return List.copyOf(threads.values());
  }

  private static TraceEvent event(JsonParser parser) throws IOException {
    String name = "";
    long thread = 0;
    double start = 0;
    double duration = 0;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      switch (key) {
        case "name" -> name = parser.getText();
        case "tid" -> thread = parser.getLongValue();
        case "ts" -> start = parser.getDoubleValue();
        case "dur" -> duration = parser.getDoubleValue();
        default -> parser.skipChildren();
      }
    }
    return new TraceEvent(name, thread, start, duration);
  }
}
