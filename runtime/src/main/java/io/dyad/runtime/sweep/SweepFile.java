package io.dyad.runtime.sweep;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import io.dyad.api.ConfigurationException;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.experiment.Settings;
import io.dyad.runtime.options.OptionsBinder;
import io.dyad.runtime.options.Problems;
import io.dyad.runtime.options.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Loads a sweep from a file or a preset, with the configurations of all its runs. */
public final class SweepFile {
  private static final String SWEEP = "sweep";

  /** Runs share the cores as processes, so each has one thread unless it says otherwise. */
  private static final Config ONE_THREAD = ConfigFactory.parseString("engine.threads = 1");

  private final Plugins plugins;
  private final Problems problems = new Problems();
  private final List<LoadedSweep.Run> runs = new ArrayList<>();
  private final Set<String> ids = new TreeSet<>();

  private SweepFile(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * Returns the sweep.
   *
   * @param fileOrPreset a path, or the name of a preset if there is no such file
   * @param settings {@code KEY=VALUE} each: those of {@code sweep} over what the file says, others
   *     over every run
   * @throws ConfigurationException with everything that is wrong in any of the runs
   */
  public static LoadedSweep load(String fileOrPreset, List<String> settings, Plugins plugins) {
    return new SweepFile(plugins).load(fileOrPreset, settings);
  }

  private LoadedSweep load(String fileOrPreset, List<String> settings) {
    Config given = Settings.read(settings, problems);
    Config written =
        given
            .withOnlyPath(SWEEP)
            .withFallback(ExperimentFile.read(fileOrPreset, plugins).toConfig());
    if (!written.root().containsKey(SWEEP)) {
      throw new ConfigurationException(
          "%s has no block sweep { ... }: it is one run, and dyad train %s starts it"
              .formatted(fileOrPreset, fileOrPreset));
    }
    Config resolved = ExperimentFile.resolve(written);
    Optional<SweepOptions> bound = options(resolved);
    bound.ifPresent(sweep -> expand(sweep, written.withoutPath(SWEEP), given.withoutPath(SWEEP)));
    Map<String, Map<String, List<String>>> expect =
        bound
            .map(sweep -> new SweepFigures(evaluators(), problems).check(sweep, resolved))
            .orElse(Map.of());
    problems.throwIfAny();
    return bound
        .map(sweep -> new SweepPlan(sweep.name(), sweep.jobs(), sweep.columns(), trials(), expect))
        .map(plan -> new LoadedSweep(plan, runs))
        .orElseThrow(() -> new IllegalStateException("nothing was bound, and no problem found"));
  }

  private List<Trial> trials() {
    return runs.stream().map(LoadedSweep.Run::trial).toList();
  }

  /** What each run measures, by its name; of runs with mistakes, nothing. */
  private Map<String, Set<String>> evaluators() {
    Map<String, Set<String>> evaluators = new LinkedHashMap<>();
    runs.forEach(
        run ->
            evaluators
                .computeIfAbsent(run.trial().run(), name -> new TreeSet<>())
                .addAll(run.experiment().experiment().evaluate().evaluators().keySet()));
    return evaluators;
  }

  private Optional<SweepOptions> options(Config resolved) {
    return new OptionsBinder(plugins, problems)
        .bind(SweepOptions.Root.class, resolved.withOnlyPath(SWEEP))
        .map(binding -> binding.value().sweep());
  }

  private void expand(SweepOptions sweep, Config rest, Config given) {
    Axes axes = Axes.of(sweep.vary(), problems);
    axes.values().keySet().stream()
        .filter(given::hasPath)
        .forEach(
            path ->
                problems.add(
                    Where.COMMAND_LINE,
                    path + " varies here; set sweep.vary." + path + " instead"));
    for (Map.Entry<String, Config> run : bases(sweep, rest).entrySet()) {
      Config base = Settings.over(given, Settings.over(sweep.common().toConfig(), run.getValue()));
      axes.combinations().forEach(combination -> add(run.getKey(), base, combination));
    }
  }

  private Map<String, Config> bases(SweepOptions sweep, Config rest) {
    if (sweep.runs().isEmpty()) {
      return Map.of("", rest);
    }
    rest.root()
        .forEach(
            (key, value) ->
                problems.add(
                    Where.of(value),
                    key + " stands beside sweep.runs; what all runs share goes into sweep.common"));
    return RunNames.inOrder(sweep.runs(), problems);
  }

  private void add(String run, Config base, Map<String, ConfigValue> combination) {
    Config config = base;
    for (Map.Entry<String, ConfigValue> varied : combination.entrySet()) {
      config = Settings.over(varied.getValue().atPath(varied.getKey()), config);
    }
    Problems own = new Problems();
    Optional<LoadedExperiment> loaded = named(run, config, combination, own);
    problems.addAll(own);
    loaded.ifPresent(
        experiment -> {
          String id = experiment.experiment().name();
          String name = run.isEmpty() ? name(base) : run;
          Trial trial = Trial.of(id, name, combination, experiment.experiment().seed());
          runs.add(new LoadedSweep.Run(trial, experiment));
        });
  }

  /** A run is called by what it is in the sweep, not by what its preset is called. */
  private Optional<LoadedExperiment> named(
      String run, Config config, Map<String, ConfigValue> combination, Problems own) {
    int index = ids.size();
    String id = Trial.id(run.isEmpty() ? name(config) : run, combination, index);
    String unique = ids.contains(id) ? id + "-" + (index + 1) : id;
    ids.add(unique);
    Config full =
        ConfigValueFactory.fromAnyRef(unique, "sweep")
            .atPath("name")
            .withFallback(config)
            .withFallback(ONE_THREAD);
    return ExperimentFile.bind(full, plugins, own);
  }

  private static String name(Config config) {
    return config.hasPath("name") ? config.getString("name") : "run";
  }
}
