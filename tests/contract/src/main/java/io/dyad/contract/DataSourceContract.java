package io.dyad.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.DyadException;
import io.dyad.api.Targets;
import io.dyad.contract.check.ManagedArrays;
import io.dyad.contract.check.ManyThreads;
import io.dyad.contract.check.Snapshot;
import io.dyad.contract.harness.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What holds for every data source. The smallest test names the provider, the sizes of the splits
 * and how many classes there are:
 *
 * <pre>
 * class TwoMoonsContractTest extends DataSourceContract {
 *   &#64;Override
 *   protected TwoMoonsProvider provider() {
 *     return new TwoMoonsProvider();
 *   }
 *
 *   &#64;Override
 *   protected Map&lt;String, Long&gt; sizes() {
 *     return Map.of("train", 200L, "test", 100L);
 *   }
 *
 *   &#64;Override
 *   protected long classes() {
 *     return 2;
 *   }
 * }
 * </pre>
 *
 * <p>A source that reads files writes small ones into a temporary folder and names them in {@link
 * #options}.
 */
public abstract class DataSourceContract extends DataSourceDeclarations {
  private static final int THREADS = 4;
  private static final String UNKNOWN = "no-such-split";

  @Test
  void has_the_declared_splits_and_sizes() {
    each(
        calls -> {
          assertThat(calls.source().splits())
              .as("splits")
              .contains(Data.TRAIN)
              .isEqualTo(sizes().keySet());
          sizes()
              .forEach(
                  (split, size) ->
                      assertThat(calls.source().size(split))
                          .as("size of %s", split)
                          .isEqualTo(size));
        });
  }

  @Test
  void gives_every_sample_by_its_id_in_one_form() {
    each(
        calls ->
            sizes()
                .forEach(
                    (split, size) -> {
                      Shape first =
                          calls.fetch(split, 0).samples().tensors().get(0).getShape().slice(1);
                      Shape sample = sample().orElse(first);
                      calls.readAll(
                          split, size, (ids, batch) -> DataCalls.assertSamples(batch, ids, sample));
                    }));
  }

  @Test
  void gives_the_same_sample_in_any_batch_and_at_any_time() {
    each(
        calls ->
            sizes()
                .forEach(
                    (split, size) -> {
                      long[] ids = DataCalls.some(size);
                      List<Snapshot> together = DataCalls.rows(calls.fetch(split, ids));
                      for (int i = ids.length - 1; i >= 0; i--) {
                        Batch twice =
                            calls
                                .source()
                                .fetch(
                                    split,
                                    new long[] {ids[i], ids[i]},
                                    calls.trial().context(i + 1));
                        for (Snapshot row : DataCalls.rows(twice)) {
                          assertThat(together.get(i).differences(row))
                              .as("sample %d of %s differs in another batch", ids[i], split)
                              .isEmpty();
                        }
                      }
                    }));
  }

  @Test
  void gives_the_same_samples_to_several_threads_at_once() {
    each(
        calls -> {
          long[] ids = DataCalls.some(calls.source().size(Data.TRAIN));
          List<Snapshot> expected = DataCalls.rows(calls.fetch(Data.TRAIN, ids));
          AtomicInteger turn = new AtomicInteger();
          for (List<Snapshot> rows :
              ManyThreads.get(
                  THREADS, () -> calls.fetchedOnThisThread(ids, turn.getAndIncrement()))) {
            DataCalls.assertSame("when several threads fetch", ids, expected, rows);
          }
        });
  }

  @Test
  void gives_the_same_samples_when_made_anew() {
    each(
        calls -> {
          try (Subject<DataSource> again = subject(calls.trial())) {
            long[] ids = DataCalls.some(calls.source().size(Data.TRAIN));
            List<Snapshot> first = DataCalls.rows(calls.fetch(Data.TRAIN, ids));
            List<Snapshot> second =
                DataCalls.rows(new DataCalls(calls.trial(), again).fetch(Data.TRAIN, ids));
            DataCalls.assertSame("in a source made anew", ids, first, second);
          }
        });
  }

  @Test
  void has_labels_in_their_range_and_every_class() {
    each(
        calls -> {
          Set<Long> seen = new TreeSet<>();
          sizes()
              .forEach(
                  (split, size) ->
                      calls.readAll(split, size, (ids, batch) -> collect(batch, seen)));
          boolean unknown = seen.remove(-1L);
          assertThat(unknown).as("some labels are unknown (-1)").isEqualTo(!knowsEveryLabel());
          assertThat(seen)
              .as("classes that occur")
              .containsExactlyElementsOf(LongStream.range(0, classes()).boxed().toList());
        });
  }

  @Test
  void refuses_an_unknown_split_by_name() {
    each(
        calls -> {
          assertThatThrownBy(() -> calls.source().size(UNKNOWN))
              .isInstanceOf(DataException.class)
              .hasMessageContainingAll(UNKNOWN, Data.TRAIN);
          assertThatThrownBy(() -> calls.fetch(UNKNOWN, 0))
              .isInstanceOf(DataException.class)
              .hasMessageContainingAll(UNKNOWN, Data.TRAIN);
        });
  }

  @Test
  void refuses_an_unknown_id_by_name() {
    each(
        calls -> {
          long size = calls.source().size(Data.TRAIN);
          for (long id : new long[] {size, -1}) {
            assertThatThrownBy(() -> calls.fetch(Data.TRAIN, 0, id))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(Long.toString(id));
          }
        });
  }

  @Test
  void takes_no_id_or_refuses_it_by_name() {
    each(
        calls -> {
          try {
            assertThat(DataCalls.rowCount(calls.fetch(Data.TRAIN).samples())).isZero();
          } catch (DyadException refused) {
            assertThat(refused).hasMessageContaining(provider().name());
          }
        });
  }

  @Test
  void leaves_the_ids_untouched_and_no_array_behind() {
    each(
        calls -> {
          long[] ids = DataCalls.some(calls.source().size(Data.TRAIN));
          long[] given = ids.clone();
          ManagedArrays.assertFlat(
              calls.trial().harness().manager(),
              (step, manager) ->
                  calls.source().fetch(Data.TRAIN, given, calls.trial().context(step, manager)));
          assertThat(given).as("ids").containsExactly(ids);
        });
  }

  @Test
  void orders_batches_the_same_way_at_every_call_and_covers_an_epoch_as_declared() {
    each(
        calls ->
            calls
                .source()
                .order(Data.TRAIN, calls.trial().draws())
                .ifPresent(
                    order -> {
                      long size = calls.source().size(Data.TRAIN);
                      long[] second = calls.epoch(order, 1, size);
                      long[] first = calls.epoch(order, 0, size);
                      assertThat(calls.epoch(order, 1, size)).as("epoch 1 again").isEqualTo(second);
                      assertThat(DataCalls.covers(first, size) && DataCalls.covers(second, size))
                          .as("an epoch has every sample once")
                          .isEqualTo(coversAnEpoch());
                    }));
  }

  private void collect(Batch batch, Set<Long> seen) {
    assertThat(batch.targets().names().contains(Targets.LABEL))
        .as("the samples have labels")
        .isEqualTo(classes() > 0);
    if (classes() > 0) {
      Arrays.stream(DataCalls.labels(batch)).forEach(seen::add);
    }
  }
}
