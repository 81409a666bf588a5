package io.dyad.runtime.experiment;

import ai.djl.ndarray.types.DataType;

/** The type in which encoders compute their large products; all else is float32. */
public enum Precision {
  /** 24 bits of precision. */
  FLOAT32(DataType.FLOAT32),
  /** 8 bits of precision, with the range of float32. */
  BF16(DataType.BFLOAT16);

  private final DataType type;

  Precision(DataType type) {
    this.type = type;
  }

  /** Returns the engine's name of the type. */
  public DataType type() {
    return type;
  }
}
