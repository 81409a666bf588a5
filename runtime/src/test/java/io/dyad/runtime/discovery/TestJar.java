package io.dyad.runtime.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A jar in the making: sources that are compiled, resources, manifest entries. */
public final class TestJar {
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Manifest manifest = new Manifest();
  private final List<Path> libraries = new ArrayList<>();

  public TestJar() {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    entry("Dyad-Api", "[0.1,0.2)").entry("Dyad-Djl", "[0.35,0.36)");
  }

  /** Adds an entry of the manifest; an empty value takes it out. */
  public TestJar entry(String name, String value) {
    Attributes attributes = manifest.getMainAttributes();
    if (value.isEmpty()) {
      attributes.remove(new Attributes.Name(name));
    } else {
      attributes.putValue(name, value);
    }
    return this;
  }

  public TestJar source(String className, String text) {
    sources.put(className, text);
    return this;
  }

  public TestJar file(String name, String text) {
    return file(name, text.getBytes(UTF_8));
  }

  public TestJar file(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  /** Adds a jar to compile against. */
  public TestJar against(Path jar) {
    libraries.add(jar);
    return this;
  }

  /** Adds the provider of a loss whose value says {@code summary}, with its service file. */
  public TestJar loss(String className, String name, String summaryExpression) {
    int dot = className.lastIndexOf('.');
    source(
        className,
        """
        package %s;
        import io.dyad.api.*;
        @Experimental
        public final class %s implements LossProvider<%2$s.Options> {
          public record Options(@Doc("softness") @Default("0.2") @Bound("(0, inf)") double temperature) {}
          @Override public String name() { return "%s"; }
          @Override public String summary() { return %s; }
          @Override public Class<Options> options() { return Options.class; }
          @Override public Loss create(Options options, Setup setup) { throw new UnsupportedOperationException(); }
        }
        """
            .formatted(
                className.substring(0, dot),
                className.substring(dot + 1),
                name,
                summaryExpression));
    return file("META-INF/services/io.dyad.api.LossProvider", className + "\n");
  }

  /** Compiles and packs. */
  public Path write(Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    Path work = Files.createTempDirectory("classes");
    compile(work);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> classes = Files.walk(work)) {
      for (Path path : classes.filter(each -> each.toString().endsWith(".class")).toList()) {
        out.putNextEntry(new JarEntry(work.relativize(path).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(path));
      }
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    delete(work);
    return jar;
  }

  private static void delete(Path work) throws IOException {
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void compile(Path work) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> paths = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      String name = source.getKey().substring(source.getKey().lastIndexOf('.') + 1);
      paths.add(Files.writeString(work.resolve(name + ".java"), source.getValue()));
    }
    StringWriter messages = new StringWriter();
    List<String> classPath = new ArrayList<>(List.of(System.getProperty("java.class.path")));
    libraries.forEach(library -> classPath.add(library.toString()));
    try (var files = compiler.getStandardFileManager(null, null, UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of(
                      "-proc:none",
                      "--release",
                      "17",
                      "-d",
                      work.toString(),
                      "-cp",
                      String.join(File.pathSeparator, classPath)),
                  null,
                  files.getJavaFileObjectsFromPaths(paths))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }
}
