package io.dyad.runtime.discovery.check;

import io.dyad.runtime.discovery.SharedPackages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Classes are for this JDK, bring nothing that is shared, and refer to nothing that is not there.
 */
final class ClassFileCheck {
  private static final int OLDEST_JDK = 17;
  private static final String RUNTIME = "io.dyad.runtime.";

  private final PluginContents contents;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> bundled = new HashSet<>();
  private final TreeMap<String, String> missing = new TreeMap<>();

  private ClassFileCheck(PluginContents contents) {
    this.contents = contents;
  }

  static List<Finding> of(PluginContents contents) {
    ClassFileCheck check = new ClassFileCheck(contents);
    contents.files().stream().filter(PluginFile::isClass).forEach(check::bundled);
    contents.own().stream().filter(PluginFile::isClass).forEach(check::look);
    check.missing.forEach(
        (name, user) ->
            check.findings.add(
                Finding.warning(
                    user,
                    "refers to " + name + ", which is neither shared nor in the plugin",
                    "put the jar of " + name + " into the plugin's folder")));
    return check.findings;
  }

  /** One finding for each jar and shared package. */
  private void bundled(PluginFile file) {
    SharedPackages.NAMES.stream()
        .filter(shared -> file.className().startsWith(shared + "."))
        .filter(shared -> bundled.add(shared + " " + file.archive()))
        .forEach(
            shared ->
                findings.add(
                    Finding.error(
                        file.where(),
                        "is Dyad's own: " + shared + " is shared",
                        "give the dependency the scope \"provided\"")));
  }

  private void look(PluginFile file) {
    ClassFile read;
    try {
      read = ClassFile.read(file.bytes());
    } catch (IllegalArgumentException e) {
      findings.add(
          Finding.error(file.where(), "is no class file: " + e.getMessage(), "build it again"));
      return;
    }
    version(file, read.jdk());
    for (String name : read.references()) {
      if (name.startsWith(RUNTIME)) {
        findings.add(
            Finding.error(
                file.className(),
                "refers to " + name + ", which plugins do not see",
                "use io.dyad.api and io.dyad.toolkit"));
      } else if (contents.loader().getResource(name.replace('.', '/') + ".class") == null) {
        missing.putIfAbsent(name, file.className());
      }
    }
  }

  private void version(PluginFile file, int jdk) {
    String advice = "compile with --release " + OLDEST_JDK;
    String problem = "needs JDK " + jdk;
    if (jdk > Runtime.version().feature()) {
      findings.add(
          Finding.error(
              file.where(), problem + ", and this is " + Runtime.version().feature(), advice));
    } else if (jdk > OLDEST_JDK) {
      findings.add(
          Finding.warning(file.where(), problem + ", and Dyad runs on " + OLDEST_JDK, advice));
    }
  }
}
