package io.dyad.vision.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Batch;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.Mode;
import io.dyad.contract.check.ManyThreads;
import io.dyad.contract.harness.Harness;
import io.dyad.runtime.memory.NativeHeap;
import io.dyad.toolkit.view.TensorView;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamedImagesTest {
  private static final int PICTURES = 24;
  private static final int IMAGE_BYTES = 3 * 5 * 6;

  private final Harness harness = new Harness(DataType.FLOAT32);
  @TempDir private Path path = Path.of("");
  private PictureFolder folder = new PictureFolder(path);

  @BeforeEach
  void write() throws IOException {
    folder = PictureFolder.of(path, PICTURES);
  }

  @AfterEach
  void release() {
    harness.close();
  }

  @Test
  void batches_are_those_of_a_resident_folder() {
    DataSource resident = open(Resident.YES);
    DataSource streamed = new ImageSource(Map.of("train", streamed()));
    assertThat(resident.isResident("train")).isTrue();
    assertThat(streamed.isResident("train")).isFalse();
    long[] ids = {5, 0, PICTURES - 1, 5};
    Batch expected = resident.fetch("train", ids, harness.context());
    for (Mode mode : List.of(Mode.TRAIN, Mode.EVALUATE)) {
      Batch batch = streamed.fetch("train", ids, harness.context().with(mode));
      assertThat(pixels(batch).toByteArray()).isEqualTo(pixels(expected).toByteArray());
      assertThat(batch.targets().get("label")).isEqualTo(expected.targets().get("label"));
      assertThat(batch.ids()).isEqualTo(ids);
    }
  }

  @Test
  void nothing_is_written_where_a_batch_is_still_open() {
    StreamedImages images = streamed();
    List<NDManager> open = new ArrayList<>();
    List<NDArray> lent = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      open.add(harness.manager().newSubManager());
      lent.add(pixels(images.fetch(new long[] {i, i + 4}, harness.context(open.get(i)))));
    }
    for (int i = 0; i < 4; i++) {
      assertThat(lent.get(i).toByteArray()).isEqualTo(bytes(i, i + 4));
    }
    assertThat(images.ring().rooms()).isEqualTo(4);
    open.forEach(NDManager::close);
  }

  @Test
  void room_is_used_again_when_its_batch_has_gone_and_grows_for_a_larger_one() {
    StreamedImages images = streamed();
    for (int i = 0; i < 6; i++) {
      int size = i == 4 ? 3 : 2;
      try (NDManager step = harness.manager().newSubManager()) {
        long[] ids = LongStream.range(i, i + size).toArray();
        assertThat(pixels(images.fetch(ids, harness.context(step))).toByteArray())
            .isEqualTo(bytes(ids));
      }
      assertThat(images.ring().rooms()).isEqualTo(1);
    }
  }

  @Test
  void threads_that_hold_one_batch_each_need_no_more_rooms_than_they_are() {
    StreamedImages images = streamed();
    AtomicInteger turn = new AtomicInteger();
    List<Boolean> right =
        ManyThreads.get(
            3,
            () -> {
              int first = turn.getAndIncrement();
              boolean same = true;
              for (int i = 0; i < 50; i++) {
                long[] ids = {(first + i) % PICTURES, (first + 7 * i) % PICTURES};
                try (NDManager step = harness.manager().newSubManager()) {
                  byte[] read = pixels(images.fetch(ids, harness.context(step))).toByteArray();
                  same &= Arrays.equals(read, bytes(ids));
                }
              }
              return same;
            });
    assertThat(right).containsOnly(true);
    assertThat(images.ring().rooms()).isLessThanOrEqualTo(3);
  }

  @Test
  void evaluation_has_memory_of_its_own() {
    StreamedImages images = streamed();
    images.fetch(new long[] {0, 1}, harness.context().with(Mode.EVALUATE));
    assertThat(images.ring().rooms()).isZero();
  }

  @Test
  void an_array_that_is_kept_keeps_its_pixels() {
    StreamedImages images = streamed();
    NDArray kept;
    try (NDManager step = harness.manager().newSubManager()) {
      kept =
          harness
              .context(step)
              .keep(pixels(images.fetch(new long[] {3, 4}, harness.context(step))));
    }
    try (NDManager step = harness.manager().newSubManager()) {
      images.fetch(new long[] {8, 9}, harness.context(step));
    }
    assertThat(kept.toByteArray()).isEqualTo(bytes(3, 4));
    assertThat(images.ring().rooms()).isEqualTo(1);
  }

  @Test
  void a_picture_that_breaks_is_named_and_its_room_comes_back() throws IOException {
    StreamedImages images = streamed();
    Files.write(folder.file(4), new byte[] {1, 2, 3});
    for (int i = 0; i < 3; i++) {
      try (NDManager step = harness.manager().newSubManager()) {
        assertThatThrownBy(() -> images.fetch(new long[] {1, 2}, harness.context(step)))
            .isInstanceOf(DataException.class)
            .hasMessageContainingAll("004.png", "sample 2", "\"train\"", "neither PNG nor JPEG");
      }
    }
    assertThat(images.ring().rooms()).isEqualTo(1);
  }

  @Test
  void a_picture_of_another_size_is_named_with_both_sizes() throws IOException {
    StreamedImages images = streamed();
    folder.write(4, 7, 7);
    assertThatThrownBy(() -> images.fetch(new long[] {2}, harness.context()))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("004.png has 7 x 7 pixels", "000.png has 6 x 5", "set resize");
  }

  /** What is leaked would be 44 MB of pictures; the compiler's own memory comes and goes. */
  @Test
  void no_memory_grows_with_the_batches() throws IOException {
    for (int i = 0; i < PICTURES; i++) {
      folder.write(i, 96, 96);
    }
    StreamedImages images = streamed();
    DataSource resident = open(Resident.YES);
    Runnable steps =
        () -> {
          for (int i = 0; i < 200; i++) {
            try (NDManager step = harness.manager().newSubManager()) {
              long[] ids = {i % PICTURES, 1, 2, 3};
              images.fetch(ids, harness.context(step));
              resident.fetch("train", ids, harness.context(step));
            }
          }
        };
    steps.run();
    long direct = direct();
    long heap = NativeHeap.bytes().orElse(0);
    steps.run();
    assertThat(direct()).as("bytes of direct buffers").isLessThanOrEqualTo(direct);
    assertThat(NativeHeap.bytes().orElse(0)).as("native bytes").isLessThan(heap + (8 << 20));
  }

  private static long direct() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getTotalCapacity)
        .sum();
  }

  private DataSource open(Resident resident) {
    return new ImageFolderProvider().create(folder.options(resident), harness.setup());
  }

  private StreamedImages streamed() {
    FolderDecoder decoder = new FolderDecoder(folder.options(Resident.NO));
    List<ImageFile> files = files();
    return new StreamedImages(FolderSplit.of("train", files, decoder), decoder, harness.setup());
  }

  /** Returns the pixels of samples by another way: one file after another, each decoded alone. */
  private byte[] bytes(long... ids) {
    List<ImageFile> files = files();
    byte[] all = new byte[ids.length * IMAGE_BYTES];
    for (int i = 0; i < ids.length; i++) {
      try {
        byte[] image = new ImageDecoder(3).decode(files.get((int) ids[i]).path()).bytes();
        System.arraycopy(image, 0, all, i * IMAGE_BYTES, IMAGE_BYTES);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return all;
  }

  private List<ImageFile> files() {
    return FolderListing.of(path, 0).splits().getOrDefault("train", List.of());
  }

  private static NDArray pixels(Batch batch) {
    return ((TensorView) batch.samples()).tensor();
  }
}
