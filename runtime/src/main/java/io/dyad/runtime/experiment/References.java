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
