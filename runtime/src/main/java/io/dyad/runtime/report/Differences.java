package io.dyad.runtime.report;

import java.util.List;
import java.util.Optional;

/** What tells the configurations of runs apart. */
final class Differences {
  /** More are listed by the configuration, not beside a name. */
  private static final int MOST = 4;

  private Differences() {}

  /** Returns {@code KEY = VALUE} of a run for the first settings that other runs have otherwise. */
  static List<String> of(ReportedRun run, List<ReportedRun> all) {
    return run.settings().stream()
        .filter(setting -> all.stream().anyMatch(other -> differs(setting, other)))
        .limit(MOST)
        .map(setting -> setting.key() + " = " + setting.value())
        .toList();
  }

  private static boolean differs(Setting setting, ReportedRun other) {
    return !other.setting(setting.key()).equals(Optional.of(setting.value()));
  }
}
