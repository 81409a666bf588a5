package io.dyad.system.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A running browser without windows. */
public final class Chromium implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("DevTools listening on ws://([^/]+)/.*");
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Process process;
  private final String address;

  private Chromium(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts the browser that {@code -Ddyad.chromium} or the search path has. Without one the calling
   * test is skipped, but fails where the environment says {@code CI=true}.
   *
   * @param profile an empty folder
   */
  public static Chromium start(Path profile) {
    Optional<Path> program = program();
    String why = "there is no Chromium on the search path, and -Ddyad.chromium names none";
    if ("true".equals(System.getenv("CI"))) {
      assertThat(program).as(why).isPresent();
    }
    assumeThat(program).as(why).isPresent();
    try {
      Process process =
          new ProcessBuilder(
                  program.orElseThrow().toString(),
                  "--headless=new",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-dev-shm-usage",
                  "--disable-background-networking",
                  "--no-first-run",
                  "--hide-scrollbars",
                  "--remote-debugging-port=0",
                  "--user-data-dir=" + profile,
                  "about:blank")
              .start();
      return new Chromium(process, address(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> program() {
    String given = System.getProperty("dyad.chromium", "");
    return given.isEmpty()
        ? Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst()
        : Optional.of(Path.of(given));
  }

  /** Reads what the browser says until it names its address; what follows is drained. */
  private static String address(Process process) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
      Matcher found = ADDRESS.matcher(line);
      if (found.matches()) {
        Thread drain = new Thread(() -> said.lines().forEach(more -> {}), "chromium");
        drain.setDaemon(true);
        drain.start();
        return found.group(1);
      }
    }
    throw new AssertionError("Chromium did not start: " + String.join("\n", lines));
  }

  /** Opens an empty tab. */
  public Tab tab() {
    return Tab.open(URI.create("http://" + address));
  }

  @Override
  public void close() {
    // Helper processes write to the profile for a moment longer.
    List<ProcessHandle> helpers = process.descendants().toList();
    process.destroy();
    try {
      process.waitFor();
      helpers.forEach(helper -> helper.onExit().join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
