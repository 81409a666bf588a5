package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.Jar;
import picocli.CommandLine.IVersionProvider;

/** Says which Dyad this is. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"dyad " + Jar.of(Dyad.class).version()};
  }
}
