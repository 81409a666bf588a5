package io.dyad.vision.source;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * Room for batches that is used again when the batch that had it is gone. There is as much as there
 * were batches at one time, so nobody ever waits for it.
 */
final class StagingRing {
  private final Shape sample;
  private final NDManager manager;
  private final Deque<HostImages> free = new ArrayDeque<>();
  private int rooms;

  /**
   * Creates a ring without rooms.
   *
   * @param sample the axes of one image
   * @param manager owns the rooms
   */
  StagingRing(Shape sample, NDManager manager) {
    this.sample = sample;
    this.manager = manager;
  }

  /**
   * Lends room until a manager closes. Until then nobody else writes there.
   *
   * @param count how many images
   * @param borrower owns the array of the images
   */
  Loan lend(long count, NDManager borrower) {
    HostImages room = take(count);
    NDArray images = room.array().get(borrower, new NDIndex("0:{}", count));
    Loan loan = new Loan(this, room, images, borrower);
    borrower.attachInternal(UUID.randomUUID().toString(), loan);
    return loan;
  }

  synchronized int rooms() {
    return rooms;
  }

  private synchronized HostImages take(long count) {
    HostImages room = free.poll();
    if (room != null && room.count() >= count) {
      return room;
    }
    if (room != null) {
      drop(room);
    }
    rooms++;
    HostImages fresh = new HostImages(count, sample, manager);
    NDScope.unregister(fresh.array());
    return fresh;
  }

  private synchronized void giveBack(HostImages room) {
    free.push(room);
  }

  private synchronized void drop(HostImages room) {
    rooms--;
    room.close();
  }

  /** Room that a batch has. */
  record Loan(StagingRing ring, HostImages room, NDArray images, NDManager borrower)
      implements AutoCloseable {
    /** An array that was kept beyond its batch takes the memory with it. */
    @Override
    public void close() {
      boolean kept = !images.isReleased() && images.getManager() != borrower;
      if (kept) {
        ring.drop(room);
      } else {
        ring.giveBack(room);
      }
    }
  }
}
