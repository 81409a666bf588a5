package io.dyad.system.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Contrast;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import java.util.ArrayList;
import java.util.List;

/**
 * Offers {@code memory-pairs}: the first view against the second, whose rows may be the twin's, and
 * against a bank.
 */
public final class MemoryPairsProvider implements PairSamplerProvider<MemoryPairsProvider.Options> {
  /** Options. */
  public record Options(
      @Doc("whether keys are the twin's") @Default("false") boolean twin,
      @Doc("a bank of negatives; empty: none") @Default("\"\"") String bank) {}

  @Override
  public String name() {
    return "memory-pairs";
  }

  @Override
  public String summary() {
    return "the first view against the second or its twin's, and against a bank";
  }

  @Override
  public Class<Options> options() {
    return Options.class;
  }

  @Override
  public PairSampler create(Options options, Setup setup) {
    return (encoded, context) -> {
      Rows second = Rows.of("view-2", "projection");
      List<Rows> keys = new ArrayList<>(List.of(options.twin() ? second.target() : second));
      long remembered = 0;
      if (!options.bank().isEmpty()) {
        keys.add(Rows.bank(options.bank()));
        remembered = setup.bank(options.bank()).size();
      }
      Relation relation = relation(context.manager(), encoded.batch().size(), remembered);
      return Pairs.of(Contrast.of(List.of(Rows.of("view-1", "projection")), keys, relation));
    };
  }

  private static Relation relation(NDManager manager, long samples, long remembered) {
    NDArray partners = manager.eye((int) samples);
    NDArray others = manager.zeros(new Shape(samples, remembered));
    NDArray all = manager.ones(new Shape(samples, samples + remembered));
    return Relation.of(partners.concat(others, 1), all);
  }
}
