package io.dyad.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import io.dyad.api.ConfigurationException;
import io.dyad.api.DeviceException;
import org.junit.jupiter.api.Test;

class DevicesTest {
  private static Device choose(String wanted, int gpus) {
    return Devices.choose(wanted, gpus, "PyTorch 2.7.1");
  }

  @Test
  void auto_takes_the_first_gpu_if_there_is_one() {
    assertThat(choose("auto", 0)).isEqualTo(Device.cpu());
    assertThat(choose("auto", 2)).isEqualTo(Device.gpu(0));
  }

  @Test
  void a_gpu_may_be_named_by_its_number() {
    assertThat(choose("gpu", 2)).isEqualTo(Device.gpu(0));
    assertThat(choose("gpu:1", 2)).isEqualTo(Device.gpu(1));
    assertThat(choose("cpu", 2)).isEqualTo(Device.cpu());
  }

  @Test
  void a_gpu_where_there_is_none_says_what_to_do() {
    assertThatThrownBy(() -> choose("gpu", 0))
        .isInstanceOf(DeviceException.class)
        .hasMessageContainingAll(
            "there is no device gpu", "PyTorch 2.7.1 sees no GPU", "device = cpu", "install.md");
  }

  @Test
  void a_gpu_that_is_not_there_says_which_are() {
    assertThatThrownBy(() -> choose("gpu:2", 2))
        .isInstanceOf(DeviceException.class)
        .hasMessageContainingAll("gpu:2", "2 GPUs, gpu:0 to gpu:1");
  }

  @Test
  void a_word_that_is_no_device_is_a_mistake_of_configuration() {
    assertThatThrownBy(() -> choose("cuda", 1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("device must be auto, cpu, gpu or gpu:N, got \"cuda\"");
  }
}
