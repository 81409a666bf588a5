package io.dyad.benchmark.scaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns the lines of {@code scaling.sh} into tables and a picture: LINES MARKDOWN PNG. */
public final class ScalingReport {
  private ScalingReport() {}

  /** Reads the lines and writes both. */
  public static void main(String[] arguments) throws IOException {
    List<Curve> curves = read(Path.of(arguments[0]));
    Files.writeString(Path.of(arguments[1]), ScalingTables.markdown(curves));
    ScalingPicture.write(curves, Path.of(arguments[2]));
  }

  /** Returns the curves in the order of their first lines; of points measured twice the later. */
  static List<Curve> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, Map<Double, Point>> points = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      Point point = Point.of(node);
      points
          .computeIfAbsent(node.get("curve").asText(), name -> new TreeMap<>())
          .put(point.size(), point);
    }
    List<Curve> curves = new ArrayList<>();
    points.forEach((name, each) -> curves.add(new Curve(name, List.copyOf(each.values()))));
    return curves;
  }
}
