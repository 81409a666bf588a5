package io.dyad.runtime.sweep;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigOrigin;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.experiment.Settings;

/**
 * A run where a file has it, so that its substitutions see what is laid over it.
 *
 * @param name of the run
 * @param path of its configuration in the file; empty: the file itself
 * @param file with everything that was laid over the run so far
 * @param origin where the run was written
 */
record RunBase(String name, String path, Config file, ConfigOrigin origin) {

  /** Returns the run with options laid over it. */
  RunBase under(Config options) {
    Config placed = path.isEmpty() ? options : options.atPath(path);
    return new RunBase(name, path, Settings.over(placed, file), origin);
  }

  /** Returns the configuration of the run alone, with its substitutions made. */
  Config configuration() {
    Config resolved = ExperimentFile.resolve(file);
    Config own = path.isEmpty() ? resolved.withoutPath(SweepFile.BLOCK) : resolved.getConfig(path);
    return own.root().withOrigin(origin).toConfig();
  }
}
