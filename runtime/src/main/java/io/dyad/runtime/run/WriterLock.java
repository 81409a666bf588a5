package io.dyad.runtime.run;

import io.dyad.api.ConfigurationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Says that one process at a time writes into a folder. The system takes the lock back when the
 * process ends, however it ends; so what lies half written while the lock is held belongs to
 * nobody.
 */
public final class WriterLock implements AutoCloseable {
  private static final String NAME = ".lock";

  private final FileChannel channel;
  private final @Nullable FileLock lock;

  private WriterLock(FileChannel channel, @Nullable FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock of a folder.
   *
   * @throws ConfigurationException if another writer has it
   */
  static WriterLock take(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new WriterLock(channel, lock);
      }
    } catch (OverlappingFileLockException sameProcess) {
      channel.close();
      throw taken(folder);
    } catch (IOException noLocksHere) {
      return new WriterLock(channel, null);
    }
    channel.close();
    throw taken(folder);
  }

  /** Returns whether nobody else can be writing: some network disks know no locks. */
  boolean isExclusive() {
    return lock != null;
  }

  private static ConfigurationException taken(Path folder) {
    return new ConfigurationException(
        "another training is writing into %s; let it end, or resume into a copy of the run folder"
            .formatted(folder));
  }

  /** Gives the lock back. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
