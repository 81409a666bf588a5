package io.dyad.contract.wrong;

import io.dyad.api.LossProvider;
import io.dyad.contract.ProviderContract;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Providers that go wrong before their part does anything. */
enum ProviderMistake implements Mistake {
  CLOSED(
      "has a constructor that only its package sees",
      "has_a_public_constructor_without_arguments",
      WrongProviders.Closed::new),
  UNLISTED(
      "is missing from its service file",
      "is_listed_in_its_service_file",
      WrongProviders.Unlisted::new),
  MISNAMED(
      "has a name with capitals and underscores",
      "has_a_name_a_summary_and_documented_options",
      WrongProviders.Misnamed::new),
  BUNDLING(
      "brings a class of the API along",
      "does_not_bundle_what_all_plugins_share",
      ProviderMistake::bundling),
  TRUSTING(
      "looks for a resource by the context class loader",
      "works_with_a_foreign_context_class_loader",
      WrongProviders.Trusting::new);

  private final Row row;
  private final Supplier<LossProvider<NoOptions>> provider;

  ProviderMistake(String mistake, String caughtBy, Supplier<LossProvider<NoOptions>> provider) {
    row = Row.of(mistake, caughtBy);
    this.provider = provider;
  }

  LossProvider<NoOptions> provider() {
    return provider.get();
  }

  @Override
  public String contract() {
    return "every";
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public Class<? extends ProviderContract<?>> asSubject() {
    WrongProviderContract.subject = this;
    return WrongProviderContract.class;
  }

  private static LossProvider<NoOptions> bundling() {
    return CrowdedFolder.load(Path.of("target", "crowded"), WrongProviders.Bundling.class);
  }
}
