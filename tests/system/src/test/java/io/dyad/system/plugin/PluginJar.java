package io.dyad.system.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles a loss against a distribution and packs it as its author would. */
final class PluginJar {
  private PluginJar() {}

  /** Returns a jar with the loss of a source in the test resources. */
  static Path ofLoss(String className, Path home, Path folder) throws IOException {
    return ofLoss(className, List.of(source(className, folder)), home, folder);
  }

  /** Returns a jar of sources, of which one is the provider of a loss. */
  static Path ofLoss(String className, List<Path> sources, Path home, Path folder)
      throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(sources, home, classes);
    Path jar = folder.resolve("acme-losses-1.0.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> compiled = Files.walk(classes)) {
      for (Path path : compiled.filter(Files::isRegularFile).toList()) {
        add(out, classes.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
      add(out, "META-INF/services/io.dyad.api.LossProvider", className.getBytes(UTF_8));
    }
    return jar;
  }

  private static Path source(String className, Path folder) throws IOException {
    String name = className.substring(className.lastIndexOf('.') + 1) + ".java";
    Path file = folder.resolve(name);
    try (var in = PluginJar.class.getResourceAsStream("/plugin/" + name + ".txt")) {
      assertThat(in).as(name).isNotNull();
      Files.copy(in, file);
    }
    return file;
  }

  private static void compile(List<Path> sources, Path home, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
        Stream<Path> jars = Files.list(home.resolve("lib"))) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, jars.toList());
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      List<String> options = List.of("-proc:none", "--release", "17");
      boolean compiled =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }

  private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
  }
}
