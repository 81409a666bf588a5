package io.dyad.runtime.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorKindTest {
  @ParameterizedTest
  @CsvSource({
    "aten::mkldnn_convolution, CONVOLUTION",
    "aten::convolution_backward, CONVOLUTION",
    "aten::conv2d, CONVOLUTION",
    "aten::mm, MATRIX_PRODUCT",
    "aten::addmm, MATRIX_PRODUCT",
    "aten::_addmm_activation, MATRIX_PRODUCT",
    "aten::mul, MEMORY_BOUND",
    "aten::native_batch_norm_backward, MEMORY_BOUND",
    "aten::threshold_backward, MEMORY_BOUND",
    "aten::mean, MEMORY_BOUND",
    "aten::_fused_adamw_, OPTIMIZER",
    "aten::_foreach_norm, OPTIMIZER",
    "aten::copy_, COPIES",
    "aten::cat, COPIES",
    "aten::view, DISPATCH",
    "aten::empty_strided, DISPATCH",
    "aten::transpose, DISPATCH",
    "AddmmBackward0, DISPATCH",
    "autograd::engine::evaluate_function: MulBackward0, DISPATCH",
    "forward, DISPATCH"
  })
  void an_operator_is_of_the_kind_that_it_costs_time_for(String operator, OperatorKind kind) {
    assertThat(OperatorKind.of(operator)).isEqualTo(kind);
  }
}
