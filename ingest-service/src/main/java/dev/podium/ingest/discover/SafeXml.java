package dev.podium.ingest.discover;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that anybody may have written. Document types are passed over: no entity of theirs is
 * taken in, and nothing outside is ever fetched. The platform's own limits hold as well, among them
 * the depth of elements.
 */
final class SafeXml {

  /** Opens a document; names keep their prefixes, since some files never declare them. */
  static XMLStreamReader read(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // An entity that nobody declared, such as &nbsp;, is then one that is left out, not a mistake.
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched for a document: " + systemId);
        });
    return factory.createXMLStreamReader(in);
  }

  private SafeXml() {}
}
