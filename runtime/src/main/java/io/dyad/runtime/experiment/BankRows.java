package io.dyad.runtime.experiment;

import io.dyad.api.Default;
import io.dyad.api.Doc;

/** The rows that fill a bank. */
public record BankRows(
    @Doc("the network they come from") @Default("main") String network,
    @Doc("the view they show") String view,
    @Doc("the output of the network") @Default("projection") String output,
    @Doc("whether the momentum twin makes them") @Default("false") boolean twin) {}
