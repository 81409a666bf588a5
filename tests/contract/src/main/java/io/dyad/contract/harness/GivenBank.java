package io.dyad.contract.harness;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Bank;

/**
 * A bank that is full and stays as it is.
 *
 * @param name as parts ask for it
 * @param rows shape (K, D)
 */
public record GivenBank(String name, NDArray rows) implements Bank {
  @Override
  public long size() {
    return rows.getShape().get(0);
  }

  @Override
  public long capacity() {
    return size();
  }
}
