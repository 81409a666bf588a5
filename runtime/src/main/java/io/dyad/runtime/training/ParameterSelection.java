package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import com.typesafe.config.ConfigUtil;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Data;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.experiment.GroupOptions;
import io.dyad.runtime.experiment.GroupSchedule;
import io.dyad.runtime.experiment.OptimizerOptions;
import io.dyad.runtime.experiment.PhaseOptions;
import io.dyad.runtime.experiment.TrainOptions;
import io.dyad.runtime.options.Nearest;
import io.dyad.runtime.training.optimizer.Trained;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which terms a phase has, and which parameters it trains how. */
final class ParameterSelection {
  private ParameterSelection() {}

  /**
   * Makes sure that a phase names terms and parameters that are there, and trains some.
   *
   * @throws ConfigurationException if not
   */
  static void check(String phase, PhaseOptions options, Experiment experiment, Assembly assembly) {
    terms(phase, options, assembly.terms());
    of(
        phase,
        options,
        experiment.train(),
        assembly.parameters(),
        assembly.data().batches(Data.TRAIN, 0));
  }

  /**
   * Returns the terms a phase names, or all.
   *
   * @throws ConfigurationException if it names one that is not there
   */
  static List<Term> terms(String phase, PhaseOptions options, List<Term> all) {
    List<String> names = all.stream().map(Term::name).toList();
    for (String name : options.terms()) {
      if (!names.contains(name)) {
        throw new SettingException(
            ConfigUtil.joinPath("phases", phase, "terms"),
            "phases.%s.terms: the objective has no term \"%s\"%s (there is %s)"
                .formatted(phase, name, Nearest.question(name, names), names));
      }
    }
    return all.stream()
        .filter(term -> options.terms().isEmpty() || options.terms().contains(term.name()))
        .toList();
  }

  /**
   * Returns the parameters that a phase's patterns match and no group freezes for good.
   *
   * @throws ConfigurationException if a pattern matches nothing, or nothing is left to train
   */
  static List<Trained> of(
      String phase,
      PhaseOptions options,
      TrainOptions train,
      Map<String, NDArray> parameters,
      long stepsPerEpoch) {
    Set<String> names = parameters.keySet();
    List<NamePattern> wanted = options.trains().stream().map(NamePattern::of).toList();
    Map<NamePattern, GroupOptions> groups = new LinkedHashMap<>();
    train.groups().forEach((text, group) -> groups.put(NamePattern.of(text), group));
    wanted.forEach(pattern -> pattern.require("phases." + phase + ".trains", names));
    groups.keySet().forEach(pattern -> pattern.require("train.groups", names));
    OptimizerOptions optimizer = options.optimizer().orElse(train.optimizer());
    List<Trained> trained = new ArrayList<>();
    parameters.forEach(
        (name, array) -> {
          List<GroupOptions> own =
              groups.entrySet().stream()
                  .filter(group -> group.getKey().matches(name))
                  .map(Map.Entry::getValue)
                  .filter(group -> !group.onlyVectors() || isVector(array))
                  .toList();
          if (wanted.stream().anyMatch(pattern -> pattern.matches(name))
              && own.stream().noneMatch(GroupOptions::frozen)) {
            trained.add(trained(name, array, own, optimizer, stepsPerEpoch));
          }
        });
    if (trained.isEmpty()) {
      throw new SettingException(
          ConfigUtil.joinPath("phases", phase),
          "phases.%s trains nothing: train.groups freezes all that %s matches"
              .formatted(phase, options.trains()));
    }
    return trained;
  }

  private static boolean isVector(NDArray array) {
    return array.getShape().dimension() <= 1;
  }

  /**
   * Factors of several groups multiply; of their decays the last one counts, and of the moments in
   * which they are released.
   */
  private static Trained trained(
      String name,
      NDArray array,
      List<GroupOptions> groups,
      OptimizerOptions optimizer,
      long stepsPerEpoch) {
    double factor = 1;
    double decay = isVector(array) && !optimizer.decaysVectors() ? 0 : optimizer.weightDecay();
    boolean constant = false;
    long frozen = 0;
    for (GroupOptions group : groups) {
      factor *= group.learningRateFactor();
      decay = group.weightDecay().orElse(decay);
      constant |= group.schedule() == GroupSchedule.CONSTANT;
      long epochs = Math.round(group.frozenEpochs() * stepsPerEpoch);
      frozen = Math.max(frozen, Math.max(group.frozenSteps(), epochs));
    }
    return new Trained(name, array, factor, decay, constant, frozen);
  }
}
