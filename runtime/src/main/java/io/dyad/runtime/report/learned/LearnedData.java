package io.dyad.runtime.report.learned;

import io.dyad.runtime.report.picture.SpriteSheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Findings as the page's script reads them: maps, lists and numbers, in a stable order. */
final class LearnedData {
  private static final double PLACES = 1000;

  private LearnedData() {}

  static Map<String, Object> map(Findings findings) {
    return part(findings.map(), LearnedData::map);
  }

  static Map<String, Object> grid(Findings findings) {
    return part(findings.neighbours(), LearnedData::grid);
  }

  static Map<String, Object> strip(Findings findings) {
    return part(findings.views(), LearnedData::strip);
  }

  private static <T> Map<String, Object> part(
      Finding<T> finding, Function<T, Map<String, Object>> make) {
    return finding
        .value()
        .map(make)
        .orElseGet(() -> new LinkedHashMap<>(Map.of("missing", finding.reason())));
  }

  private static Map<String, Object> map(EmbeddingMap map) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("split", map.split());
    data.put("total", map.total());
    data.put("ids", map.ids());
    map.labels().ifPresent(labels -> data.put("labels", labels));
    data.put("layouts", map.layouts().stream().map(LearnedData::layout).toList());
    put(data, map.sheet());
    return data;
  }

  private static Map<String, Object> layout(Layout layout) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", layout.name());
    data.put("note", layout.note());
    data.put("x", rounded(layout.x()));
    data.put("y", rounded(layout.y()));
    return data;
  }

  private static double[] rounded(float[] values) {
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = rounded(values[i]);
    }
    return rounded;
  }

  private static double rounded(double value) {
    return Math.round(value * PLACES) / PLACES;
  }

  private static Map<String, Object> grid(NeighbourGrid grid) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("split", grid.split());
    data.put("searched", grid.searched());
    data.put("bank", grid.bank());
    data.put("compared", grid.compared());
    data.put("total", grid.total());
    grid.right().ifPresent(right -> data.put("right", rounded(right)));
    data.put("queries", grid.queries().stream().map(LearnedData::query).toList());
    data.put("bankIds", grid.bankIds());
    put(data, grid.sheet());
    return data;
  }

  private static Map<String, Object> query(Query query) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", query.id());
    data.put("label", query.label());
    data.put("worst", query.why() == Query.Reason.WORST);
    data.put("learned", neighbours(query.learned()));
    data.put("raw", neighbours(query.raw()));
    return data;
  }

  private static List<Map<String, Object>> neighbours(List<Neighbour> neighbours) {
    return neighbours.stream()
        .map(
            neighbour -> {
              Map<String, Object> data = new LinkedHashMap<>();
              data.put("id", neighbour.id());
              data.put("label", neighbour.label());
              data.put("cosine", rounded(neighbour.cosine()));
              return data;
            })
        .toList();
  }

  private static Map<String, Object> strip(ViewStrip strip) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("views", strip.views().stream().map(LearnedData::kind).toList());
    data.put("draws", strip.draws());
    data.put("ids", strip.ids());
    strip.labels().ifPresent(labels -> data.put("labels", labels));
    put(data, Optional.of(strip.sheet()));
    return data;
  }

  private static Map<String, Object> kind(ViewStrip.Kind kind) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", kind.name());
    data.put("tags", kind.tags());
    data.put("size", kind.width() + " x " + kind.height());
    return data;
  }

  private static void put(Map<String, Object> data, Optional<SpriteSheet> sheet) {
    sheet.ifPresent(
        sprites -> {
          Map<String, Object> values = new LinkedHashMap<>();
          values.put("uri", sprites.uri());
          values.put("side", sprites.side());
          values.put("columns", sprites.columns());
          values.put("count", sprites.count());
          data.put("sheet", values);
        });
  }
}
