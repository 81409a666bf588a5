package io.dyad.runtime.bench.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/** What an operator costs time for. */
public enum OperatorKind {
  /** Convolutions and their gradients. */
  @JsonProperty("convolution")
  CONVOLUTION("aten::.*conv.*"),

  /** Products of matrices, batched or with a bias. */
  @JsonProperty("matrixProduct")
  MATRIX_PRODUCT(
      "aten::_?(mm|addmm.*|bmm|baddbmm_?|addmv_?|mv|dot|matmul|linear|einsum|.*mkldnn_linear.*)"),

  /** Fused updates of all parameters, moments and averages, and all that they call. */
  @JsonProperty("optimizer")
  OPTIMIZER("aten::(_foreach_|_fused_).*"),

  /** Operators that only move data. */
  @JsonProperty("copies")
  COPIES("aten::(copy_|_to_copy|to|clone|contiguous|cat|stack|_cat|concat)"),

  /** The script interpreter, the engine of gradients, and operators that touch no data. */
  @JsonProperty("dispatch")
  DISPATCH(
      "(?!aten::).*|aten::(_?reshape.*|_unsafe_view|view.*|as_strided_?|expand.*|t|transpose_?|permute|numpy_T|"
          + "unsqueeze_?|squeeze_?|slice|select|narrow|split.*|chunk|unbind|detach_?|alias|flatten|unflatten|"
          + "empty.*|new_empty.*|resize_|set_|size|item|_local_scalar_dense|result_type|is_.*|lift_fresh)"),

  /** The rest: operators element by element, reductions, normalisation, random numbers. */
  @JsonProperty("memoryBound")
  MEMORY_BOUND("aten::.*");

  private final Pattern names;

  OperatorKind(String names) {
    this.names = Pattern.compile(names);
  }

  /** Returns the first kind that has an operator of this name. */
  static OperatorKind of(String operator) {
    for (OperatorKind kind : values()) {
      if (kind.names.matcher(operator).matches()) {
        return kind;
      }
    }
    return DISPATCH;
  }
}
