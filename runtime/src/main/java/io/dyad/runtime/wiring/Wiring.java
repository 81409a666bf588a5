package io.dyad.runtime.wiring;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import io.dyad.api.DyadException;
import io.dyad.api.PluginException;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the injector of a run. */
public final class Wiring {
  private Wiring() {}

  /**
   * Returns the injector.
   *
   * @throws PluginException with all that cannot be bound, not only the first
   */
  public static Injector injector(Module... modules) {
    try {
      return Guice.createInjector(modules);
    } catch (CreationException e) {
      List<Message> messages = List.copyOf(e.getErrorMessages());
      throw new PluginException(
          messages.stream()
              .map(message -> "  " + message.getMessage())
              .collect(Collectors.joining("\n", messages.size() + " binding errors:\n", "")),
          e);
    }
  }

  /**
   * Returns an instance.
   *
   * @throws DyadException as it was thrown while the instance was made, without Guice around it
   */
  public static <T> T instance(Injector injector, Class<T> type) {
    try {
      return injector.getInstance(type);
    } catch (ProvisionException e) {
      if (e.getCause() instanceof DyadException understood) {
        throw understood;
      }
      throw e;
    }
  }
}
