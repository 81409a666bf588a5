package io.dyad.runtime.sweep;

import com.typesafe.config.ConfigObject;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/** The block {@code sweep} of a configuration. */
record SweepOptions(
    @Doc("how the folder of the sweep is called") @Default("sweep") String name,
    @Doc("runs at a time, each with one thread of the engine: a number, or auto for the cores")
        @Default("auto")
        String jobs,
    @Doc("options laid over every run") @Default("{}") ConfigObject common,
    @Doc("configurations by name; none: the rest of the file is the one run") @Default("{}")
        ConfigObject runs,
    @Doc("lists of values by the option that takes them; every combination is a run") @Default("{}")
        ConfigObject vary,
    @Doc("figures of the table, such as knn.top1; none: all") @Default("[]") List<String> columns,
    @Doc("rules that figures of a run should keep, by run and figure") @Default("{}")
        ConfigObject expect) {

  /** Checks that {@code jobs} is {@code auto} or a positive number. */
  SweepOptions {
    if (!jobs.matches("auto|[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException(
          "jobs must be auto or a number from 1 to 999, got \"" + jobs + "\"");
    }
  }

  /**
   * A file, as far as a sweep reads it.
   *
   * @param sweep its block
   */
  record Root(@Doc("many runs from one configuration") SweepOptions sweep) {}
}
