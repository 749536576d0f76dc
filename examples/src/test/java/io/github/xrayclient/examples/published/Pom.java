package io.github.xrayclient.examples.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A POM as its file has it, without anything that Maven adds. */
final class Pom {
  private final String text;
  private final Document document;

  private Pom(String text, Document document) {
    this.text = text;
    this.document = document;
  }

  static Pom read(Path file) {
    try {
      return new Pom(
          Files.readString(file),
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(file + " is no XML", e);
    }
  }

  /** The text of the file. */
  String text() {
    return text;
  }

  /** The names of the elements of which the POM consists. */
  List<String> elements() {
    return found("*").stream().map(Node::getNodeName).collect(Collectors.toList());
  }

  /** The texts of the elements at this path below the project, which is an XPath. */
  List<String> values(String path) {
    return found(path).stream()
        .map(element -> element.getTextContent().trim())
        .collect(Collectors.toList());
  }

  /** The text of the only element at this path. */
  String value(String path) {
    List<String> values = values(path);
    if (values.size() != 1) {
      throw new AssertionError(path + " has the values " + values);
    }
    return values.get(0);
  }

  /** What each of the dependencies at this path says, in the order of its elements, with colons. */
  List<String> dependencies(String path) {
    return found(path).stream()
        .map(dependency -> dependency.getTextContent().trim().replaceAll("\\s+", ":"))
        .collect(Collectors.toList());
  }

  private List<Node> found(String path) {
    try {
      NodeList nodes = (NodeList) XPathFactory.newInstance()
          .newXPath()
          .evaluate(path, document.getDocumentElement(), XPathConstants.NODESET);
      return IntStream.range(0, nodes.getLength())
          .mapToObj(nodes::item)
          .collect(Collectors.toList());
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}
