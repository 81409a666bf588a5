package io.dyad.contrast.swav;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Parameters;
import io.dyad.api.Setup;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets of prototypes, each of shape (K, D), whose rows start at random with unit length. */
final class Prototypes {
  /** Values, gradients and two moments of the optimiser. */
  private static final int COPIES = 4;

  private final Map<String, NDArray> sets = new LinkedHashMap<>();

  Prototypes(List<Integer> counts, long width, Setup setup) {
    check(counts, width, setup);
    for (int i = 0; i < counts.size(); i++) {
      String name = "set-" + (i + 1);
      NDArray set =
          setup
              .draws()
              .normal(name, new Shape(counts.get(i), width))
              .toType(setup.dataType(), false)
              .toDevice(setup.device(), false);
      set.attach(setup.manager());
      sets.put(name, set);
    }
  }

  private static void check(List<Integer> counts, long width, Setup setup) {
    long number = counts.stream().mapToLong(Integer::longValue).sum();
    int bytes = setup.dataType() == DataType.FLOAT64 ? Double.BYTES : Float.BYTES;
    double needed = (double) number * width * bytes * COPIES;
    long memory =
        setup.device().isGpu()
            ? CudaUtils.getGpuMemory(setup.device()).getMax()
            : ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    if (needed > memory) {
      throw new ConfigurationException(
          "%s.prototypes: %,d prototypes of width %d need %,.1f GB with gradients and moments, and %s has %,.1f GB; set fewer"
              .formatted(setup.name(), number, width, needed / 1e9, setup.device(), memory / 1e9));
    }
  }

  /** Returns the sets in order. */
  NDList all() {
    return new NDList(sets.values());
  }

  /** Returns the sets as what is trained. */
  Parameters parameters() {
    return Parameters.NONE.with("prototypes", sets);
  }
}
