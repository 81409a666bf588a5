package io.dyad.contract.check;

import io.dyad.api.Doc;
import io.dyad.api.Provider;
import io.dyad.runtime.discovery.ExtensionPoint;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a provider says of itself. */
public final class ProviderFacts {
  private static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  private ProviderFacts() {}

  /** Returns the interface under whose name a provider is listed. */
  public static Class<?> service(Provider<?, ?> provider) {
    return Arrays.stream(ExtensionPoint.values())
        .<Class<?>>map(ExtensionPoint::service)
        .filter(service -> service.isInstance(provider))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    provider.getClass().getName()
                        + " implements none of the provider interfaces of io.dyad.api"));
  }

  /** Returns why a class cannot be made by {@code ServiceLoader}, or an empty string. */
  public static String constructorProblem(Class<?> type) {
    if (!Modifier.isPublic(type.getModifiers())) {
      return type.getName() + " is not public";
    }
    boolean there =
        Arrays.stream(type.getConstructors()).anyMatch(each -> each.getParameterCount() == 0);
    return there ? "" : type.getName() + " has no public constructor without arguments";
  }

  /** Returns what is wrong with its name, summary and options. */
  public static List<String> descriptionProblems(Provider<?, ?> provider) {
    List<String> problems = new ArrayList<>();
    if (!provider.name().matches(KEBAB)) {
      problems.add("the name \"" + provider.name() + "\" is not lower-case-kebab");
    }
    if (provider.summary().isBlank()) {
      problems.add("there is no summary");
    }
    Class<?> options = provider.options();
    if (!options.isRecord() || !Modifier.isPublic(options.getModifiers())) {
      problems.add(options.getName() + " is no public record");
      return problems;
    }
    for (RecordComponent component : options.getRecordComponents()) {
      if (!component.isAnnotationPresent(Doc.class)) {
        problems.add("the option " + component.getName() + " has no @Doc");
      }
    }
    return problems;
  }
}
