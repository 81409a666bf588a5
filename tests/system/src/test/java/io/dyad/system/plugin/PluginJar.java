package io.dyad.system.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles classes against a distribution and packs them as their author would. */
final class PluginJar {
  private final List<Path> classPath = new ArrayList<>();
  private final Path work;
  private final List<Path> sources = new ArrayList<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Manifest manifest = new Manifest();

  /** Starts an empty jar, whose sources and classes are kept in {@code work}. */
  PluginJar(Path home, Path work) throws IOException {
    this.work = work;
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      jars.forEach(classPath::add);
    }
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    entry("Dyad-Api", "[0.1,0.2)").entry("Dyad-Djl", "[0.35,0.36)");
  }

  /** Returns a jar with the loss of a source in the test resources. */
  static Path ofLoss(String className, Path home, Path folder) throws IOException {
    return new PluginJar(home, folder)
        .loss(className, template(className))
        .write(folder.resolve("acme-losses-1.0.jar"));
  }

  /** Returns the text of a source in the test resources. */
  static String template(String className) throws IOException {
    String name = className.substring(className.lastIndexOf('.') + 1) + ".java";
    try (var in = PluginJar.class.getResourceAsStream("/plugin/" + name + ".txt")) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  PluginJar entry(String name, String value) {
    manifest.getMainAttributes().putValue(name, value);
    return this;
  }

  PluginJar against(Path library) {
    classPath.add(library);
    return this;
  }

  PluginJar loss(String className, String text) throws IOException {
    return source(className, text).service(className);
  }

  PluginJar source(String className, String text) throws IOException {
    String name = className.substring(className.lastIndexOf('.') + 1) + ".java";
    sources.add(Files.writeString(Files.createDirectories(work).resolve(name), text));
    return this;
  }

  PluginJar file(String name, String text) {
    files.put(name, text);
    return this;
  }

  private PluginJar service(String className) {
    return file("META-INF/services/io.dyad.api.LossProvider", className);
  }

  Path write(Path jar) throws IOException {
    Path classes = Files.createDirectories(work.resolve("classes"));
    if (!sources.isEmpty()) {
      compile(classes);
    }
    Files.createDirectories(jar.getParent());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> compiled = Files.walk(classes)) {
      for (Path path : compiled.filter(Files::isRegularFile).toList()) {
        add(out, classes.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
      for (Map.Entry<String, String> entry : files.entrySet()) {
        add(out, entry.getKey(), entry.getValue().getBytes(UTF_8));
      }
    }
    return jar;
  }

  private void compile(Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      List<String> options = List.of("-proc:none", "--release", "17");
      var units = manager.getJavaFileObjectsFromPaths(sources);
      boolean compiled = compiler.getTask(messages, manager, null, options, null, units).call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }

  private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
  }
}
