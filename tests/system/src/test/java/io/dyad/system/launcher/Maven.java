package io.dyad.system.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the Maven that runs this build, offline, on another project. */
public final class Maven {
  private static final long PATIENCE_SECONDS = 240;

  /** What a finished build left. */
  public record Outcome(int exitCode, String output) {}

  private Maven() {}

  /** Builds the project in {@code folder}. */
  public static Outcome run(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(executable(), "-o", "-B", "-ntp"));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("maven", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeAll(List.of("MAVEN_OPTS", "MAVEN_ARGS"));
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running: " + Files.readString(output));
      }
      return new Outcome(process.exitValue(), Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }

  private static String executable() {
    String script = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
    Path ofTheBuild = Path.of(System.getProperty("dyad.maven-home", ""), "bin", script);
    return Files.isRegularFile(ofTheBuild) ? ofTheBuild.toString() : script;
  }
}
