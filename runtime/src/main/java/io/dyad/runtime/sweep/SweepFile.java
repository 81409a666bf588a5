package io.dyad.runtime.sweep;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import io.dyad.api.ConfigurationException;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.ExperimentFile;
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
  /** The key of the block. */
  static final String BLOCK = "sweep";

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
            .withOnlyPath(BLOCK)
            .withFallback(ExperimentFile.read(fileOrPreset, plugins).toConfig());
    if (!written.root().containsKey(BLOCK)) {
      throw new ConfigurationException(
          "%s has no block sweep { ... }: it is one run, and dyad train %s starts it"
              .formatted(fileOrPreset, fileOrPreset));
    }
    Config resolved = ExperimentFile.resolve(written);
    Optional<SweepOptions> bound = options(resolved);
    bound.ifPresent(sweep -> expand(sweep, written, given.withoutPath(BLOCK)));
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
        .bind(SweepOptions.Root.class, resolved.withOnlyPath(BLOCK))
        .map(binding -> binding.value().sweep());
  }

  private void expand(SweepOptions sweep, Config written, Config given) {
    Axes axes = Axes.of(sweep.vary(), problems);
    axes.values().keySet().stream()
        .filter(given::hasPath)
        .forEach(
            path ->
                problems.add(
                    Where.COMMAND_LINE,
                    path + " varies here; set sweep.vary." + path + " instead"));
    for (RunBase run : bases(sweep, written)) {
      RunBase base = run.under(sweep.common().toConfig()).under(given);
      axes.combinations().forEach(combination -> add(base, combination));
    }
  }

  private List<RunBase> bases(SweepOptions sweep, Config written) {
    if (sweep.runs().isEmpty()) {
      Config rest = ExperimentFile.resolve(written);
      String name = rest.hasPath("name") ? rest.getString("name") : "run";
      return List.of(new RunBase(name, "", written, written.root().origin()));
    }
    written
        .withoutPath(BLOCK)
        .root()
        .forEach(
            (key, value) ->
                problems.add(
                    Where.of(value),
                    key + " stands beside sweep.runs; what all runs share goes into sweep.common"));
    return RunNames.inOrder(sweep.runs(), problems).entrySet().stream()
        .map(run -> base(run.getKey(), run.getValue().origin(), written))
        .toList();
  }

  private static RunBase base(String name, ConfigOrigin origin, Config written) {
    return new RunBase(name, ConfigUtil.joinPath(BLOCK, "runs", name), written, origin);
  }

  private void add(RunBase base, Map<String, ConfigValue> combination) {
    RunBase varied = base;
    for (Map.Entry<String, ConfigValue> choice : combination.entrySet()) {
      varied = varied.under(choice.getValue().atPath(choice.getKey()));
    }
    String id = id(base.name(), combination);
    Config named =
        varied
            .configuration()
            .withValue("name", ConfigValueFactory.fromAnyRef(id, BLOCK))
            .withFallback(ONE_THREAD);
    Problems own = new Problems();
    ExperimentFile.bind(named, plugins, own)
        .ifPresent(
            loaded -> {
              long seed = loaded.experiment().seed();
              Trial trial = Trial.of(id, base.name(), combination, seed);
              runs.add(new LoadedSweep.Run(trial, loaded));
            });
    problems.addAll(own);
  }

  /** A run is called by what it is in the sweep, not by what its preset is called. */
  private String id(String run, Map<String, ConfigValue> combination) {
    String id = Trial.id(run, combination, ids.size());
    String unique = ids.contains(id) ? id + "-" + (ids.size() + 1) : id;
    ids.add(unique);
    return unique;
  }
}
