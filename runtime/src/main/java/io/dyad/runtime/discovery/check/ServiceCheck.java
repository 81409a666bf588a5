package io.dyad.runtime.discovery.check;

import io.dyad.api.Provider;
import io.dyad.runtime.discovery.ExtensionPoint;
import io.dyad.runtime.discovery.Plugins;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Service files name classes that can be made: there, public, of the interface. */
public final class ServiceCheck {
  private static final String FOLDER = "META-INF/services/";

  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Class<?>> names = new HashMap<>();
  private final Plugins installed;

  private ServiceCheck(Plugins installed) {
    this.installed = installed;
  }

  static boolean isService(PluginFile file) {
    return file.name().startsWith(FOLDER + "io.dyad.api.");
  }

  static List<Finding> of(PluginContents contents, Plugins installed) {
    ServiceCheck check = new ServiceCheck(installed);
    List<PluginFile> services = contents.files().stream().filter(ServiceCheck::isService).toList();
    services.forEach(file -> check.look(file, contents.loader()));
    if (contents.own().isEmpty()) {
      check.findings.add(
          Finding.error(
              FOLDER,
              "there is neither a service file of Dyad nor a list of presets, so nothing is found",
              "name the provider's class in " + FOLDER + "io.dyad.api.LossProvider or the like"));
    }
    return check.findings;
  }

  /** Returns what is wrong with a class as the provider of an extension point. */
  public static List<Finding> of(ExtensionPoint point, Class<?> type) {
    List<Finding> findings = new ArrayList<>();
    String where = type.getName();
    if (!point.service().isAssignableFrom(type)) {
      findings.add(
          Finding.error(
              where,
              "does not implement " + point.service().getSimpleName(),
              "implement it, or name the class in the service file of what it implements"));
    }
    if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
      findings.add(
          Finding.error(where, "is not public and concrete", "declare it public final class"));
    }
    Optional<Constructor<?>> constructor =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(each -> each.getParameterCount() == 0)
            .findFirst();
    if (constructor.filter(each -> Modifier.isPublic(each.getModifiers())).isEmpty()) {
      findings.add(
          Finding.error(
              where,
              "has no public constructor without arguments",
              "remove its constructors; work belongs into create"));
    }
    return findings;
  }

  private void look(PluginFile file, ClassLoader loader) {
    String service = file.name().substring(FOLDER.length());
    Optional<ExtensionPoint> point =
        Arrays.stream(ExtensionPoint.values())
            .filter(each -> each.service().getName().equals(service))
            .findFirst();
    if (point.isEmpty()) {
      findings.add(
          Finding.error(
              file.where(),
              "is called after no interface of Dyad's",
              "correct the name; see the providers in io.dyad.api"));
      return;
    }
    if (file.lines().isEmpty()) {
      findings.add(
          Finding.error(file.where(), "names no class", "write the provider's class into it"));
    }
    file.lines().forEach(name -> look(point.get(), name, file, loader));
  }

  private void look(ExtensionPoint point, String name, PluginFile file, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      List<Finding> own = of(point, type);
      findings.addAll(own);
      if (own.isEmpty()) {
        Provider<?, ?> provider = (Provider<?, ?>) type.getConstructor().newInstance();
        findings.addAll(ProviderCheck.of(provider, installed));
        unique(point, provider);
      }
    } catch (ClassNotFoundException e) {
      findings.add(
          Finding.error(
              file.where(), "names " + name + ", which is not there", "correct the line"));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      findings.add(
          Finding.error(
              name,
              "fails while it is asked for its name and options: " + cause,
              "let constructor and getters do no work, and bring the libraries along"));
    }
  }

  private void unique(ExtensionPoint point, Provider<?, ?> provider) {
    Class<?> type = provider.getClass();
    Class<?> other = names.put(point + " " + provider.name(), type);
    Optional<Class<?>> known =
        installed
            .find(point, provider.name())
            .<Class<?>>map(found -> found.provider().getClass())
            .filter(each -> !each.getName().equals(type.getName()));
    Optional.<Class<?>>ofNullable(other)
        .or(() -> known)
        .ifPresent(
            twin ->
                findings.add(
                    Finding.error(
                        type.getName(),
                        "has the name \"" + provider.name() + "\" of " + twin.getName(),
                        "give it another name")));
  }
}
