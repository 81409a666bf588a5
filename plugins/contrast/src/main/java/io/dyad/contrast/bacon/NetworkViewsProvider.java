package io.dyad.contrast.bacon;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Network;
import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code network-views}. */
@Stable
public final class NetworkViewsProvider implements PairSamplerProvider<NetworkViewsOptions> {
  @Override
  public String name() {
    return "network-views";
  }

  @Override
  public String summary() {
    return "all views of an output of any network against each other, a sample with itself only; for losses over aligned rows";
  }

  @Override
  public Class<NetworkViewsOptions> options() {
    return NetworkViewsOptions.class;
  }

  /**
   * Asks for the shape of the rows, so that a missing output of another network is found at once.
   *
   * @throws ConfigurationException if there is no such network or output
   */
  @Override
  public PairSampler create(NetworkViewsOptions options, Setup setup) {
    if (!options.network().equals(Network.MAIN)) {
      setup.shape(Rows.of("any", options.output()).network(options.network()));
    }
    return new NetworkViews(options);
  }
}
