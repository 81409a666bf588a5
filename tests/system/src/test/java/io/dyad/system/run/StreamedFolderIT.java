package io.dyad.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyad.system.command.Command;
import io.dyad.system.command.FinishedRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that stay in memory, or are decoded as they are read by some number of threads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamedFolderIT {
  private static final int SIDE = 12;

  private Path pictures = Path.of("");
  private FinishedRun resident = new FinishedRun(Path.of(""), new Command(0, "", ""));

  @BeforeAll
  void train(@TempDir Path images, @TempDir Path folder) throws IOException {
    pictures = images;
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 48; i++) {
      String split = i < 40 ? "train" : "test";
      write(picture("%s/%s/%d.png".formatted(split, i % 2 == 0 ? "odd" : "even", i)), random);
    }
    resident = FinishedRun.of(folder, settings("data.resident=yes"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void streamed_pictures_train_to_the_same_bytes(int loaders, @TempDir Path folder) {
    FinishedRun streamed =
        FinishedRun.of(folder, settings("data.resident=no", "train.loaders=" + loaders));

    assertThat(figures(streamed)).isEqualTo(figures(resident));
    assertThat(streamed.summary().get("metrics")).isEqualTo(resident.summary().get("metrics"));
    assertThat(streamed.checkpoint().resolve("tensors.safetensors"))
        .hasSameBinaryContentAs(resident.checkpoint().resolve("tensors.safetensors"));
  }

  @Test
  void a_picture_that_breaks_ends_the_run_by_its_name(@TempDir Path folder) throws IOException {
    Path broken = picture("train/odd/6.png");
    byte[] whole = Files.readAllBytes(broken);
    Files.write(broken, new byte[] {1, 2, 3});
    try {
      List<String> arguments = new ArrayList<>(List.of("train", "--runs", folder.toString()));
      arguments.addAll(List.of(settings("data.resident=no", "evaluate.evaluators=null")));
      Command command = Command.run(arguments.toArray(String[]::new));
      assertThat(command.exitCode()).as(command.errors()).isEqualTo(4);
      assertThat(command.errors()).contains("6.png", "cannot be read", "resident = yes");
    } finally {
      Files.write(broken, whole);
    }
  }

  private String[] settings(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "data.use=image-folder",
                "data.channels=1",
                "data.path=" + pictures,
                "views.scale=255",
                "evaluate.evaluators.knn.k=2",
                "engine.threads=1",
                "device=cpu",
                "train.epochs=3",
                "train.batch-size=7",
                "train.drop-last=false"));
    all.addAll(List.of(more));
    return all.stream()
        .flatMap(setting -> List.of("--set", setting).stream())
        .toArray(String[]::new);
  }

  private Path picture(String name) throws IOException {
    Path path = pictures.resolve(name);
    Files.createDirectories(path.resolveSibling(""));
    return path;
  }

  private static void write(Path path, SplittableRandom random) throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < SIDE * SIDE; i++) {
      image.getRaster().setSample(i % SIDE, i / SIDE, 0, random.nextInt(256));
    }
    ImageIO.write(image, "png", path.toFile());
  }

  private static List<JsonNode> figures(FinishedRun run) {
    return run.metrics().stream()
        .<JsonNode>map(line -> ((ObjectNode) line).without("time"))
        .toList();
  }
}
