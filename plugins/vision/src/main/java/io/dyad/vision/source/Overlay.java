package io.dyad.vision.source;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.Targets;
import io.dyad.toolkit.view.TensorView;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Images with something drawn over some of them. Each split of the base has a companion, {@code
 * NAME-overlaid}, of those samples alone, in their order.
 */
final class Overlay implements DataSource {
  private static final String OVERLAID = "-overlaid";

  private final OverlayOptions options;
  private final DataSource base;
  private final DataSource over;
  private final ConcurrentHashMap<String, OverlayPlan> plans = new ConcurrentHashMap<>();

  Overlay(OverlayOptions options, DataSource base, DataSource over) {
    this.options = options;
    this.base = base;
    this.over = over;
  }

  @Override
  public Set<String> splits() {
    Set<String> splits = new LinkedHashSet<>();
    for (String split : base.splits()) {
      if (over.splits().contains(split)) {
        splits.add(split);
        splits.add(split + OVERLAID);
      }
    }
    return splits;
  }

  @Override
  public long size(String split) {
    check(split);
    return isOverlaid(split) ? plan(split).overlaid().length : base.size(split);
  }

  @Override
  public Batch fetch(String split, long[] ids, Context context) {
    check(split);
    long[] samples = isOverlaid(split) ? plan(split).samples(ids) : ids;
    Batch images = base.fetch(baseOf(split), samples, context);
    NDArray below = pixels(images);
    byte[] canvas = bytes(below);
    Blend blend = new Blend(canvas, below.getShape(), options.opacity(), options.magnify());
    blend.dim();
    long[] labels = draw(split, samples, blend, context);
    NDArray mixed =
        context.manager().create(ByteBuffer.wrap(canvas), below.getShape(), DataType.UINT8);
    long[] domain = Arrays.stream(samples).map(plan(split)::domain).toArray();
    return Batch.of(
        ids,
        TensorView.of(mixed.toDevice(context.device(), false)),
        images
            .targets()
            .with(options.domain(), context.manager().create(domain))
            .with(options.label(), context.manager().create(labels)));
  }

  /** Returns the label of what is drawn over each sample, -1 for nothing. */
  private long[] draw(String split, long[] samples, Blend blend, Context context) {
    OverlayPlan plan = plan(split);
    long[] labels = new long[samples.length];
    Arrays.fill(labels, -1);
    int[] rows =
        IntStream.range(0, samples.length).filter(row -> plan.domain(samples[row]) == 1).toArray();
    if (rows.length > 0) {
      long[] chosen = Arrays.stream(rows).mapToLong(row -> plan.chosen(samples[row])).toArray();
      Batch figures = over.fetch(baseOf(split), chosen, context);
      NDArray pictures = pixels(figures);
      byte[] drawn = bytes(pictures);
      long[] known = figures.targets().get(Targets.LABEL).toLongArray();
      for (int i = 0; i < rows.length; i++) {
        labels[rows[i]] = known[i];
        blend.add(rows[i], drawn, pictures.getShape(), i, plan.place(samples[rows[i]]));
      }
    }
    return labels;
  }

  private static byte[] bytes(NDArray images) {
    byte[] bytes = new byte[Math.toIntExact(images.getShape().size())];
    images.toByteBuffer().get(bytes);
    return bytes;
  }

  private static NDArray pixels(Batch batch) {
    NDArray images = ((TensorView) batch.samples()).tensors().head();
    if (images.getDataType() != DataType.UINT8 || images.getShape().dimension() != 4) {
      throw new DataException(
          "overlay takes images of 8 bits, shape (N, C, H, W), and got %s of %s"
              .formatted(images.getDataType(), images.getShape()));
    }
    return images;
  }

  private OverlayPlan plan(String split) {
    String of = baseOf(split);
    return plans.computeIfAbsent(
        of, name -> OverlayPlan.of(base.size(of), over.size(of), options, of));
  }

  private static boolean isOverlaid(String split) {
    return split.endsWith(OVERLAID);
  }

  private static String baseOf(String split) {
    return isOverlaid(split) ? split.substring(0, split.length() - OVERLAID.length()) : split;
  }

  private void check(String split) {
    if (!splits().contains(split)) {
      throw new DataException("the data has no split \"" + split + "\"; it has " + splits());
    }
  }
}
