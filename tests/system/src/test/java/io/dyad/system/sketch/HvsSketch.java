package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Embeddings;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Metric;
import io.dyad.api.Network;
import io.dyad.toolkit.view.TensorView;
import java.util.List;

/**
 * HVS: no data, no training; stimuli are made from physical units, and a root solver asks the
 * network again and again. Angles are taken in float64 whatever the network computes in.
 */
final class HvsSketch {
  private HvsSketch() {}

  static final class ContrastMatching implements Evaluator {
    private final int side;
    private final double[] frequencies;

    ContrastMatching(int side, double... frequencies) {
      this.side = side;
      this.frequencies = frequencies;
    }

    @Override
    public List<Metric> evaluate(Evaluation evaluation) {
      double sum = 0;
      for (double frequency : frequencies) {
        double squares = 0;
        for (double reference : new double[] {0.05, 0.1, 0.2, 0.4}) {
          double wanted = response(5, reference, evaluation);
          double matched = matching(frequency, wanted, evaluation);
          squares += Math.pow(Math.log10(matched / reference), 2);
        }
        sum += Math.sqrt(squares / 4);
      }
      return List.of(
          Metric.of("matching-error", sum / frequencies.length, false, "log10 contrast"));
    }

    /** Returns the contrast whose response is the wanted one, by halving the interval. */
    private double matching(double frequency, double wanted, Evaluation evaluation) {
      double low = 0.001;
      double high = 1;
      while (high - low > 1e-3) {
        double middle = (low + high) / 2;
        boolean above = response(frequency, middle, evaluation) > wanted;
        low = above ? low : middle;
        high = above ? middle : high;
      }
      return (low + high) / 2;
    }

    /** Returns the angle between the features of a grating and of a uniform field, over pi. */
    double response(double frequency, double contrast, Evaluation evaluation) {
      Network network = evaluation.network(Network.MAIN);
      NDArray test = features(network, grating(frequency, contrast, evaluation), evaluation);
      NDArray plain = features(network, grating(frequency, 0, evaluation), evaluation);
      double apart = test.sub(plain).square().sum().sqrt().getDouble();
      double together = test.add(plain).square().sum().sqrt().getDouble();
      return 2 * Math.atan2(apart, together) / Math.PI;
    }

    private static NDArray features(Network network, NDArray field, Evaluation evaluation) {
      NDArray made = network.apply(TensorView.of(field), evaluation).get(Embeddings.REPRESENTATION);
      NDArray flat = made.toType(DataType.FLOAT64, true).flatten();
      return flat.div(flat.square().sum().sqrt());
    }

    private NDArray grating(double frequency, double contrast, Evaluation evaluation) {
      NDArray degrees = evaluation.manager().linspace(0f, side / 60f, side);
      NDArray wave = degrees.mul(2 * Math.PI * frequency).sin().mul(contrast).add(1).mul(10 / 400f);
      return wave.broadcast(new Shape(1, 3, side, side));
    }
  }
}
