package io.dyad.runtime.experiment;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigUtil;
import io.dyad.api.Network;
import io.dyad.runtime.options.Nearest;
import io.dyad.runtime.options.Problems;
import io.dyad.runtime.options.Where;
import java.util.Set;

/** Checks that the names by which sections of an experiment refer to each other exist. */
record References(Experiment experiment, Config config, Problems problems) {
  void check() {
    if (!experiment.networks().containsKey(Network.MAIN)) {
      report("networks", "must have one called main: it is evaluated and exported");
    }
    experiment.banks().forEach(this::bank);
    experiment.phases().forEach(this::phase);
    experiment.checkpoint().keepBest().ifPresent(this::best);
  }

  /** The best checkpoint is one at whose moment the metric is measured. */
  private void best(KeepBestOptions best) {
    Set<String> evaluators = experiment.evaluate().evaluators().keySet();
    if (!evaluators.contains(best.evaluator())) {
      unknown("checkpoint.keep-best.metric", "evaluator", best.evaluator(), evaluators);
    }
    int measured = experiment.evaluate().everyEpochs();
    int saved = experiment.checkpoint().everyEpochs();
    String needs = "checkpoint.keep-best needs ";
    if (saved == 0) {
      report("checkpoint.every-epochs", "= 0 saves the end only; " + needs + "1 or more");
    }
    if (measured == 0) {
      report(
          "evaluate.every-epochs", "= 0 measures nothing during training; " + needs + "1 or more");
    }
    if (saved > 0 && measured > 0 && saved % measured != 0 && measured % saved != 0) {
      report(
          "evaluate.every-epochs",
          "= %d and checkpoint.every-epochs = %d seldom meet; %sone to be a multiple of the other"
              .formatted(measured, saved, needs));
    }
  }

  private void bank(String name, BankOptions bank) {
    String path = ConfigUtil.joinPath("banks", name, "rows");
    String network = bank.rows().network();
    NetworkOptions options = experiment.networks().get(network);
    if (options == null) {
      unknown(path + ".network", "network", network, experiment.networks().keySet());
    } else if (bank.rows().twin() && options.twin().isEmpty()) {
      report(
          path + ".twin",
          "needs a momentum twin of the network; add "
              + ConfigUtil.joinPath("networks", network, "twin")
              + " {}");
    }
  }

  private void phase(String name, PhaseOptions phase) {
    String path = ConfigUtil.joinPath("phases", name, "terms");
    Set<String> known = experiment.objective().keySet();
    for (String term : phase.terms()) {
      if (!known.contains(term)) {
        unknown(path, "term of the objective", term, known);
      }
    }
  }

  private void unknown(String path, String what, String name, Set<String> known) {
    report(
        path,
        "names no "
            + what
            + ": \""
            + name
            + "\""
            + Nearest.question(name, known)
            + "\navailable: "
            + String.join(", ", Nearest.order(name, known)));
  }

  private void report(String path, String message) {
    String where = config.hasPath(path) ? Where.of(config.getValue(path)) : Where.DEFAULT + path;
    problems.add(where, path + " " + message);
  }
}
