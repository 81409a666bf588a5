package io.dyad.system.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Maven without a network, in a local repository of its own. That one holds the artifacts of this
 * build, as {@code mvn install} would put them there; everything else comes from the user's
 * repository, which is read as a remote one by {@code file:} and never written.
 *
 * @param folder of the repository and its settings
 */
record OfflineMaven(Path folder) {
  private static final Map<String, String> MODULES =
      Map.of(
          "dyad-parent", "",
          "dyad-api", "api/spi",
          "dyad-toolkit", "api/toolkit",
          "dyad-runtime", "runtime",
          "dyad-contract", "tests/contract");

  private static final String SETTINGS =
      """
      <settings>
        <mirrors><mirror><id>user</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors>
        <profiles>
          <profile>
            <id>unchecked</id>
            <repositories><repository>%s</repository></repositories>
            <pluginRepositories><pluginRepository>%s</pluginRepository></pluginRepositories>
          </profile>
        </profiles>
        <activeProfiles><activeProfile>unchecked</activeProfile></activeProfiles>
      </settings>
      """;

  /** A local repository keeps no checksums. */
  private static final String CENTRAL =
      "<id>central</id><url>file:/nowhere</url>"
          + "<releases><checksumPolicy>ignore</checksumPolicy></releases>";

  /** What Maven left: its exit code and all it wrote. */
  record Outcome(int exitCode, String output) {}

  static OfflineMaven in(Path folder) throws IOException {
    String user = Path.of(System.getProperty("dyad.maven-repository")).toUri().toString();
    Files.writeString(folder.resolve("settings.xml"), SETTINGS.formatted(user, CENTRAL, CENTRAL));
    for (Map.Entry<String, String> module : MODULES.entrySet()) {
      install(module.getKey(), module.getValue(), folder.resolve("repository"));
    }
    return new OfflineMaven(folder);
  }

  Outcome run(Path project, String... goals) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                executable(),
                "-o",
                "-B",
                "-ntp",
                "-s",
                folder.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + folder.resolve("repository"),
                "-Daether.offline.protocols=file"));
    command.addAll(List.of(goals));
    Path log = folder.resolve("maven.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeAll(List.of("MAVEN_OPTS", "MAVEN_ARGS"));
    Process process = builder.start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("Maven still runs: " + Files.readString(log));
    }
    return new Outcome(process.exitValue(), Files.readString(log));
  }

  private static void install(String artifact, String module, Path repository) throws IOException {
    Path source = Path.of(System.getProperty("dyad.root")).resolve(module);
    String version = System.getProperty("dyad.version");
    String file = artifact + "-" + version;
    Path target =
        Files.createDirectories(repository.resolve("io/dyad").resolve(artifact).resolve(version));
    Files.copy(source.resolve("pom.xml"), target.resolve(file + ".pom"));
    if (!module.isEmpty()) {
      Files.copy(source.resolve("target/" + file + ".jar"), target.resolve(file + ".jar"));
    }
  }

  /** The Maven that runs this build, or else the one on the PATH. */
  private static String executable() {
    String name = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
    Stream<Path> own = Stream.of(System.getProperty("dyad.maven-home", "")).map(OfflineMaven::bin);
    Stream<Path> path =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of);
    return Stream.concat(own, path)
        .map(bin -> bin.resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no " + name + " in maven.home or on the PATH"))
        .toString();
  }

  private static Path bin(String home) {
    return Path.of(home, "bin");
  }
}
