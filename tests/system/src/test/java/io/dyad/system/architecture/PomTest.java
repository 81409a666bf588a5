package io.dyad.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class PomTest {

  private static final Path root = Path.of(System.getProperty("dyad.root", "../..")).normalize();

  static Stream<Path> poms() throws IOException {
    try (Stream<Path> files = Files.find(root, 4, (file, attributes) -> file.endsWith("pom.xml"))) {
      return files.filter(file -> !file.toString().contains("target")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("poms")
  void names_no_repository_to_read_from_or_publish_to(Path pom)
      throws IOException, SAXException, ParserConfigurationException {
    Element project = parse(pom);
    for (String forbidden :
        List.of("repository", "pluginRepository", "snapshotRepository", "distributionManagement")) {
      assertThat(elements(project, forbidden)).as("<%s> in %s", forbidden, pom).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("poms")
  void leaves_versions_to_the_root(Path pom)
      throws IOException, SAXException, ParserConfigurationException {
    if (pom.equals(root.resolve("pom.xml"))) {
      return;
    }
    assertThat(versions(parse(pom))).as("versions in %s", pom).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dependency", "plugin"})
  void a_version_in_a_module_is_noticed(String element)
      throws IOException, SAXException, ParserConfigurationException {
    String wrong = "<project><x><%1$s><version>1</version></%1$s></x></project>".formatted(element);
    Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(wrong.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();

    assertThat(versions(project)).containsExactly("1");
  }

  @Test
  void every_module_is_looked_at() throws IOException, SAXException, ParserConfigurationException {
    assertThat(poms()).hasSize(1 + elements(parse(root.resolve("pom.xml")), "module").size());
  }

  /** The versions written out; one that names a property is set by the root. */
  private static List<String> versions(Element project) {
    return Stream.of("dependency", "plugin")
        .flatMap(name -> elements(project, name).stream())
        .flatMap(element -> elements(element, "version").stream())
        .map(Node::getTextContent)
        .filter(version -> !version.startsWith("${"))
        .toList();
  }

  private static Element parse(Path pom)
      throws IOException, SAXException, ParserConfigurationException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(pom.toFile())
        .getDocumentElement();
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
