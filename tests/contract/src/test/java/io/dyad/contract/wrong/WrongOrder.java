package io.dyad.contract.wrong;

import io.dyad.api.BatchOrder;
import io.dyad.api.DataSource;
import io.dyad.api.Draws;
import io.dyad.api.Setup;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Data sources whose order of batches is wrong. */
enum WrongOrder implements SourceMistake {
  LAST_FORGOTTEN(
      "has an order that forgets the last sample",
      "orders_batches_the_same_way_at_every_call_and_covers_an_epoch_as_declared") {
    @Override
    public DataSource make(Setup setup) {
      return new CountingSource() {
        @Override
        public Optional<BatchOrder> order(String split, Draws draws) {
          return Optional.of(new OneByOne(size(split) - 1));
        }
      };
    }
  },
  DECLARED_PARTIAL(
      "declares an order that does not cover the split, but it does",
      "orders_batches_the_same_way_at_every_call_and_covers_an_epoch_as_declared") {
    @Override
    public boolean coversAnEpoch() {
      return false;
    }

    @Override
    public DataSource make(Setup setup) {
      return new CountingSource() {
        @Override
        public Optional<BatchOrder> order(String split, Draws draws) {
          return Optional.of(new OneByOne(size(split)));
        }
      };
    }
  },
  ITERATES(
      "has an order that goes on where it stopped",
      "orders_batches_the_same_way_at_every_call_and_covers_an_epoch_as_declared") {
    @Override
    public DataSource make(Setup setup) {
      return new CountingSource() {
        @Override
        public Optional<BatchOrder> order(String split, Draws draws) {
          AtomicInteger next = new AtomicInteger();
          OneByOne right = new OneByOne(size(split));
          return Optional.of(
              new BatchOrder() {
                @Override
                public long batches(long epoch) {
                  return right.batches(epoch);
                }

                @Override
                public long[] ids(long epoch, long index) {
                  return right.ids(epoch, next.getAndIncrement() % right.batches(epoch));
                }
              });
        }
      };
    }
  };

  private final Row row;

  WrongOrder(String mistake, String... caughtBy) {
    row = Row.of(mistake, caughtBy);
  }

  @Override
  public Row row() {
    return row;
  }

  /** Every sample is a batch. */
  private record OneByOne(long samples) implements BatchOrder {
    @Override
    public long batches(long epoch) {
      return samples;
    }

    @Override
    public long[] ids(long epoch, long index) {
      return new long[] {index};
    }
  }
}
