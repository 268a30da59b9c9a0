package dev.podium.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URL;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Holds documents to what the standard says. */
final class AknSchema {

  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    URL profile = AknSchema.class.getResource("/akn/briefing-profile.xsd");
    try {
      return SchemaFactory.newDefaultInstance().newSchema(profile);
    } catch (org.xml.sax.SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The document, which is valid, and in which every reference leads to somebody. */
  static Document valid(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    SCHEMA.newValidator().validate(new DOMSource(document));
    Set<String> ids = new HashSet<>();
    elements(document, "*").forEach(element -> ids.add('#' + element.getAttribute("eId")));
    for (Element element : elements(document, "*")) {
      for (String attribute : List.of("by", "as")) {
        if (element.hasAttribute(attribute)) {
          assertThat(ids).contains(element.getAttribute(attribute));
        }
      }
      String source = element.getAttribute("source");
      if (AkomaNtoso.NAMESPACE.equals(element.getNamespaceURI()) && !source.isEmpty()) {
        assertThat(ids).contains(source);
      }
    }
    return document;
  }

  static List<Element> elements(Document document, String name) {
    var found = document.getElementsByTagNameNS("*", name);
    return IntStream.range(0, found.getLength())
        .mapToObj(found::item)
        .filter((Node node) -> node instanceof Element)
        .map(Element.class::cast)
        .toList();
  }

  private AknSchema() {}
}
