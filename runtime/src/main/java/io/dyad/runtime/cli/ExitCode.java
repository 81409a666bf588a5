package io.dyad.runtime.cli;

import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import io.dyad.api.DeviceException;
import io.dyad.api.KernelException;
import io.dyad.api.NumericException;
import io.dyad.api.PluginException;

/** What a script learns from the end of a command; 0 means done. */
final class ExitCode {
  static final int DONE = 0;
  static final int OTHER = 1;
  static final int CONFIGURATION = 2;
  static final int PLUGIN = 3;
  static final int DATA = 4;
  static final int NUMERIC = 5;
  static final int DEVICE = 6;
  static final int EXPECTATION = 7;
  static final int SIGNAL = 128;

  private ExitCode() {}

  /** Of a process that a signal ended: 130 after SIGINT, 143 after SIGTERM. */
  static int of(int signal) {
    return SIGNAL + signal;
  }

  static int of(Throwable failure) {
    if (failure instanceof ConfigurationException) {
      return CONFIGURATION;
    }
    if (failure instanceof PluginException
        || failure instanceof KernelException
        || failure instanceof LinkageError) {
      return PLUGIN;
    }
    if (failure instanceof DataException) {
      return DATA;
    }
    if (failure instanceof NumericException) {
      return NUMERIC;
    }
    return failure instanceof DeviceException ? DEVICE : OTHER;
  }
}
