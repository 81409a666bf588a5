package io.dyad.system.plugin;

import io.dyad.system.launcher.Maven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

  static OfflineMaven in(Path folder) throws IOException {
    String user = Path.of(System.getProperty("dyad.maven-repository")).toUri().toString();
    Files.writeString(folder.resolve("settings.xml"), SETTINGS.formatted(user, CENTRAL, CENTRAL));
    for (Map.Entry<String, String> module : MODULES.entrySet()) {
      install(module.getKey(), module.getValue(), folder.resolve("repository"));
    }
    return new OfflineMaven(folder);
  }

  Maven.Outcome run(Path project, String... goals) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-s",
                folder.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + folder.resolve("repository"),
                "-Daether.offline.protocols=file"));
    arguments.addAll(List.of(goals));
    return Maven.run(project, arguments.toArray(String[]::new));
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
}
