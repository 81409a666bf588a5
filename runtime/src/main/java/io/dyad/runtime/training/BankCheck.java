package io.dyad.runtime.training;

import com.typesafe.config.ConfigUtil;
import io.dyad.api.TaggedView;
import io.dyad.api.Views;
import io.dyad.runtime.experiment.BankOptions;
import java.util.List;

/** Whether banks are filled by views there are, and hold whole batches. */
final class BankCheck {
  private BankCheck() {}

  /** Notes what is wrong. */
  static void check(Assembly assembly, Views views, Mistakes mistakes) {
    List<String> names = views.all().stream().map(TaggedView::name).toList();
    long batch = assembly.data().batch();
    assembly
        .experiment()
        .banks()
        .forEach((name, bank) -> check(name, bank, names, batch, mistakes));
  }

  private static void check(
      String name, BankOptions bank, List<String> views, long batch, Mistakes mistakes) {
    String view = bank.rows().view();
    if (!views.contains(view)) {
      mistakes.add(
          ConfigUtil.joinPath("banks", name, "rows", "view"),
          "banks.%s needs a view \"%s\", and the view generator makes %s; set banks.%s.rows.view"
              .formatted(name, view, views, name));
    }
    long capacity = bank.capacity();
    if (capacity < batch) {
      mistakes.add(
          ConfigUtil.joinPath("banks", name, "capacity"),
          "banks.%s holds %d rows, less than a batch of %d; set banks.%s.capacity = %d or more"
              .formatted(name, capacity, batch, name, batch));
    } else if (capacity % batch != 0) {
      mistakes.add(
          ConfigUtil.joinPath("banks", name, "capacity"),
          "banks.%s holds %d rows, which is no multiple of a batch of %d; set banks.%s.capacity = %d or %d"
              .formatted(
                  name,
                  capacity,
                  batch,
                  name,
                  capacity / batch * batch,
                  (capacity / batch + 1) * batch));
    }
  }
}
