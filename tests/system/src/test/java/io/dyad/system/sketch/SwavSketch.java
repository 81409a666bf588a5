package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Bank;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import io.dyad.api.TaggedView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SwAV: crops of two sizes, prototypes that the loss owns, a bank for each crop that makes codes,
 * codes without gradient.
 */
final class SwavSketch {
  static final String CODE = "code";

  private SwavSketch() {}

  /** Every crop that makes codes against every other crop. */
  static final class Swap implements PairSampler {
    @Override
    public Pairs sample(Encoded encoded, StepContext context) {
      List<Contrast> contrasts = new ArrayList<>();
      for (TaggedView code : encoded.views().tagged(CODE)) {
        List<Rows> anchors = List.of(Rows.of(code.name(), Embeddings.PROJECTION));
        List<Rows> keys =
            encoded.views().all().stream()
                .filter(view -> view != code)
                .map(view -> Rows.of(view.name(), Embeddings.PROJECTION))
                .toList();
        Relation partnersOnly =
            Relation.of(
                Structure.of(false, false, false),
                anchors,
                keys,
                encoded.batch().size(),
                context.manager());
        contrasts.add(Contrast.of(anchors, keys, partnersOnly));
      }
      return Pairs.of(contrasts);
    }
  }

  /** Predicts the codes of one crop from the others. */
  static final class SwappedPrediction implements Loss {
    private final NDArray prototypes;
    private final Map<String, Bank> banks = new HashMap<>();
    private final long frozenSteps;

    SwappedPrediction(Setup setup, long count, List<String> codeViews, long frozenSteps) {
      long width = setup.shape(Rows.of(codeViews.get(0), Embeddings.PROJECTION)).get(0);
      prototypes = setup.draws().normal("prototypes", new Shape(count, width));
      codeViews.forEach(view -> banks.put(view, setup.bank("queue-" + view)));
      this.frozenSteps = frozenSteps;
    }

    SwappedPrediction(NDArray prototypes) {
      this.prototypes = prototypes;
      this.frozenSteps = 0;
    }

    @Override
    public Parameters parameters() {
      return Parameters.of(Map.of("prototypes", prototypes));
    }

    @Override
    public void beforeStep(StepContext context) {
      prototypes.divi(prototypes.square().sum(new int[] {1}, true).sqrt());
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      boolean frozen = context.progress().step() < frozenSteps;
      NDArray trained = (frozen ? prototypes.stopGradient() : prototypes).transpose();
      NDArray total = context.manager().zeros(new Shape());
      int predictions = 0;
      for (Contrast contrast : pairs.contrasts()) {
        Rows code = contrast.anchors().get(0);
        Optional<Bank> full =
            Optional.ofNullable(banks.get(code.view()))
                .filter(bank -> bank.size() == bank.capacity());
        NDArray codes = codes(encoded.get(code).stopGradient(), full);
        for (Rows key : contrast.keys()) {
          NDArray scores = Equations.unit(encoded.get(key)).matMul(trained);
          total = total.add(Equations.crossEntropy(codes, scores.div(0.1)));
          predictions++;
        }
      }
      return LossValue.of(total.div(predictions));
    }

    private NDArray codes(NDArray projections, Optional<Bank> full) {
      NDArray rows = Equations.unit(projections);
      NDArray all = full.map(bank -> bank.rows().concat(rows)).orElse(rows);
      NDArray balanced = transport(all.matMul(prototypes.stopGradient().transpose()), 0.05);
      long first = balanced.size(0) - rows.size(0);
      return balanced.get(new NDIndex().addSliceDim(first, balanced.size(0)));
    }
  }

  /** Returns balanced soft codes, each row of sum 1: three sweeps of optimal transport in logs. */
  static NDArray transport(NDArray scores, double softness) {
    NDArray logs = scores.div(softness);
    for (int sweep = 0; sweep < 3; sweep++) {
      logs = logs.sub(Equations.logSumExp(logs, 0).expandDims(0));
      logs = logs.sub(Equations.logSumExp(logs, 1).expandDims(1));
    }
    return logs.exp();
  }
}
