package io.dyad.contrast.views;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Encoded;
import io.dyad.api.Rows;
import io.dyad.toolkit.kernel.Concatenation;
import java.util.List;

/** The rows that a contrast names. */
public final class AddressedRows {
  private AddressedRows() {}

  /** Returns the rows of all addresses, one after the other. */
  public static NDArray stacked(Encoded encoded, List<Rows> addresses) {
    return Concatenation.of(new NDList(addresses.stream().map(encoded::get).toList()), 0);
  }

  /** Returns one array an address, those of twins and banks without a gradient. */
  public static NDList stopped(Encoded encoded, List<Rows> addresses) {
    return new NDList(addresses.stream().map(each -> stopped(encoded, each)).toList());
  }

  /** Returns the rows of an address, without a gradient if a twin or a bank made them. */
  public static NDArray stopped(Encoded encoded, Rows address) {
    NDArray rows = encoded.get(address);
    return address.isTarget() || !address.bank().isEmpty() ? rows.stopGradient() : rows;
  }
}
