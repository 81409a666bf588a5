package io.dyad.contract.harness;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;

/** Draws that refuse, for work that must not be random. Naming a place is no draw. */
public final class NoDraws implements Draws {
  private final String work;

  private NoDraws(String work) {
    this.work = work;
  }

  /** Returns draws whose refusal says that this work must not be random. */
  public static NoDraws during(String work) {
    return new NoDraws(work);
  }

  @Override
  public NDArray uniform(String name, Shape shape) {
    throw refusal(name);
  }

  @Override
  public NDArray normal(String name, Shape shape) {
    throw refusal(name);
  }

  @Override
  public NDArray integers(String name, long bound, Shape shape) {
    throw refusal(name);
  }

  @Override
  public NDArray permutation(String name, long size) {
    throw refusal(name);
  }

  @Override
  public NDArray beta(String name, double alpha, double beta, Shape shape) {
    throw refusal(name);
  }

  @Override
  public NoDraws at(String purpose, long index) {
    return this;
  }

  @Override
  public NoDraws forSamples(long[] ids) {
    return this;
  }

  private AssertionError refusal(String name) {
    return new AssertionError(work + " must not be random, but it draws \"" + name + "\"");
  }
}
