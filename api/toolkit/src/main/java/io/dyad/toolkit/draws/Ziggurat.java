package io.dyad.toolkit.draws;

/**
 * Normal numbers from the area under the density, cut into layers of equal area: 98 in 100 need one
 * random number and one product. Strict arithmetic, so the same on every platform.
 *
 * <p>Source: Marsaglia and Tsang 2000, in the form of Doornik 2005.
 */
final class Ziggurat {
  private static final int LAYERS = 128;

  /** Where the tail begins, and the area of each layer. */
  private static final double TAIL = 3.442619855899;

  private static final double AREA = 9.91256303526217e-3;

  /** The right edge of each layer, the lowest first, and where the next edge lies within it. */
  private static final double[] EDGES = edges();

  private static final double[] RATIOS = ratios();

  private Ziggurat() {}

  static double normal(RandomStream stream) {
    while (true) {
      long bits = stream.nextLong();
      int layer = (int) (bits & (LAYERS - 1));
      double place = (bits >> 10) * 0x1p-53;
      double x = place * EDGES[layer];
      if (Math.abs(place) < RATIOS[layer]) {
        return x;
      }
      if (layer == 0) {
        return Math.copySign(tail(stream), place);
      }
      double outer = StrictMath.exp(-0.5 * (EDGES[layer] * EDGES[layer] - x * x));
      double inner = StrictMath.exp(-0.5 * (EDGES[layer + 1] * EDGES[layer + 1] - x * x));
      if (inner + stream.open() * (outer - inner) < 1) {
        return x;
      }
    }
  }

  private static double tail(RandomStream stream) {
    while (true) {
      double x = -StrictMath.log(stream.open()) / TAIL;
      double y = -StrictMath.log(stream.open());
      if (2 * y >= x * x) {
        return TAIL + x;
      }
    }
  }

  private static double[] edges() {
    double[] edges = new double[LAYERS + 1];
    double density = StrictMath.exp(-0.5 * TAIL * TAIL);
    edges[0] = AREA / density;
    edges[1] = TAIL;
    for (int i = 2; i < LAYERS; i++) {
      density += AREA / edges[i - 1];
      edges[i] = StrictMath.sqrt(-2 * StrictMath.log(density));
    }
    return edges;
  }

  private static double[] ratios() {
    double[] ratios = new double[LAYERS];
    for (int i = 0; i < LAYERS; i++) {
      ratios[i] = EDGES[i + 1] / EDGES[i];
    }
    return ratios;
  }
}
