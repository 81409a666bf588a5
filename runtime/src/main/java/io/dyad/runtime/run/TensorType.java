package io.dyad.runtime.run;

import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Optional;

/** The element types of safetensors files that arrays here can have; others abort the engine. */
enum TensorType {
  F32(DataType.FLOAT32),
  F64(DataType.FLOAT64),
  I64(DataType.INT64),
  I32(DataType.INT32),
  U8(DataType.UINT8),
  BOOL(DataType.BOOLEAN);

  private final DataType dataType;

  TensorType(DataType dataType) {
    this.dataType = dataType;
  }

  DataType dataType() {
    return dataType;
  }

  int bytes() {
    return dataType.getNumOfBytes();
  }

  static Optional<TensorType> of(DataType dataType) {
    return Arrays.stream(values()).filter(type -> type.dataType == dataType).findFirst();
  }

  static Optional<TensorType> ofName(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
