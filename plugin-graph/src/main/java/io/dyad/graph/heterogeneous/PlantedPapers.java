package io.dyad.graph.heterogeneous;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A small graph with planted classes, so that a method can be tried without a download: papers of
 * three fields, by authors who mostly write in one field, on subjects that mostly belong to one.
 * Words say little of the field; who wrote a paper and on what says more.
 */
final class PlantedPapers {
  private static final int PAPERS = 240;
  private static final int AUTHORS = 150;
  private static final int SUBJECTS = 12;
  private static final int CLASSES = 3;
  private static final int WORDS = 60;
  private static final int WORDS_OF_A_PAPER = 8;
  private static final int AUTHORS_OF_A_PAPER = 3;
  private static final double IN_CLASS = 0.8;
  private static final double TELLING_WORD = 0.35;
  private static final int TRAINING_PER_CLASS = 20;
  private static final int VALIDATION = 60;

  private final Draws draws;

  private PlantedPapers(Draws draws) {
    this.draws = draws;
  }

  /** Returns papers, their authors and subjects; the same for the same draws. */
  static HeterogeneousData draw(Draws draws) {
    PlantedPapers planted = new PlantedPapers(draws);
    CountMatrix words = planted.drawn("words", WORDS, WORDS_OF_A_PAPER, TELLING_WORD);
    CountMatrix authors = planted.drawn("authors", AUTHORS, AUTHORS_OF_A_PAPER, IN_CLASS);
    CountMatrix subjects = planted.drawn("subjects", SUBJECTS, 1, IN_CLASS);
    CountMatrix wordsOfAuthors = authors.transposed().times(words).binarised();
    Map<String, FeatureTable> features = new LinkedHashMap<>();
    features.put("paper", table(words));
    features.put("author", table(wordsOfAuthors));
    features.put("subject", FeatureTable.oneHot(SUBJECTS));
    return new HeterogeneousData(
        "paper",
        features,
        List.of(
            new Incidence("paper", "author", authors), new Incidence("paper", "subject", subjects)),
        Map.of("label", planted.labels(), "split.r20", planted.split()));
  }

  /** Draws things of each paper, most of them of its own class; class c has every third thing. */
  private CountMatrix drawn(String name, int things, int each, double inClass) {
    Shape shape = new Shape(PAPERS, each);
    float[] own = floats(name + "-own", shape);
    float[] which = floats(name + "-which", shape);
    int perClass = things / CLASSES;
    int[] papers = new int[PAPERS * each];
    int[] chosen = new int[PAPERS * each];
    int[] ones = new int[PAPERS * each];
    for (int i = 0; i < chosen.length; i++) {
      papers[i] = i / each;
      int thing = (int) (which[i] * things);
      int inOwn = (int) (which[i] * perClass) * CLASSES + papers[i] % CLASSES;
      chosen[i] = own[i] < inClass ? inOwn : thing;
      ones[i] = 1;
    }
    return CountMatrix.ofEntries(PAPERS, things, papers, chosen, ones).distinct();
  }

  private float[] floats(String name, Shape shape) {
    try (var drawn = draws.uniform(name, shape)) {
      return drawn.toFloatArray();
    }
  }

  private static FeatureTable table(CountMatrix matrix) {
    double[] values = new double[matrix.size()];
    int[] columns = new int[matrix.size()];
    for (int entry = 0; entry < values.length; entry++) {
      values[entry] = matrix.count(entry);
      columns[entry] = matrix.column(entry);
    }
    return new FeatureTable(
        matrix.rowCount(), matrix.columnCount(), matrix.rowOfEntries(), columns, values);
  }

  private long[] labels() {
    return IntStream.range(0, PAPERS).mapToLong(paper -> paper % CLASSES).toArray();
  }

  /** The first papers train, the next validate, the others test; classes take turns. */
  private long[] split() {
    int training = TRAINING_PER_CLASS * CLASSES;
    return IntStream.range(0, PAPERS)
        .mapToLong(paper -> paper < training ? 0 : paper < training + VALIDATION ? 1 : 2)
        .toArray();
  }
}
