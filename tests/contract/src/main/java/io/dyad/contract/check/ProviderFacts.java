package io.dyad.contract.check;

import io.dyad.api.Provider;
import io.dyad.contract.harness.InstalledParts;
import io.dyad.runtime.discovery.ExtensionPoint;
import io.dyad.runtime.discovery.check.Finding;
import io.dyad.runtime.discovery.check.ProviderCheck;
import io.dyad.runtime.discovery.check.ServiceCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@code dyad plugins check} finds in a provider. */
public final class ProviderFacts {
  private ProviderFacts() {}

  /** Returns the interface under whose name a provider is listed. */
  public static Class<?> service(Provider<?, ?> provider) {
    return point(provider).service();
  }

  /** Returns why {@code ServiceLoader} could not make a provider. */
  public static List<String> constructorProblems(Provider<?, ?> provider) {
    return ServiceCheck.of(point(provider), provider.getClass()).stream()
        .map(ProviderFacts::sentence)
        .toList();
  }

  /** Returns what is wrong with its name, summary and options. */
  public static List<String> descriptionProblems(Provider<?, ?> provider) {
    List<String> problems = new ArrayList<>();
    if (provider.summary().isBlank()) {
      problems.add("there is no summary; say in one line what the part does");
    }
    ProviderCheck.of(provider, InstalledParts.beside(provider)).stream()
        .filter(Finding::isError)
        .map(ProviderFacts::sentence)
        .forEach(problems::add);
    return problems;
  }

  private static String sentence(Finding finding) {
    return finding.where() + " " + finding.problem() + "; " + finding.advice();
  }

  private static ExtensionPoint point(Provider<?, ?> provider) {
    return Arrays.stream(ExtensionPoint.values())
        .filter(point -> point.service().isInstance(provider))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    provider.getClass().getName()
                        + " implements none of the provider interfaces of io.dyad.api"));
  }
}
