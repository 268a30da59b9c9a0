package dev.podium.ingest.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An entry of a sitemap or a feed, with the elements right below it. Names have no prefix. */
record XmlEntry(String name, List<Field> fields) {

  private static final int MAX_FIELDS = 100;
  private static final int MAX_TEXT = 4096;

  /**
   * An element.
   *
   * @param href its attribute of that name, or null
   * @param rel its attribute of that name, or null
   * @param permanent its attribute {@code isPermaLink}, or null
   */
  record Field(String name, String href, String rel, String permanent, String text) {}

  /** The texts of the elements with one of these names. */
  Stream<String> texts(Set<String> names) {
    return fields.stream()
        .filter(field -> names.contains(field.name()))
        .map(Field::text)
        .filter(text -> !text.isEmpty());
  }

  /** Reads entry after entry. */
  static final class Reader {

    private final XMLStreamReader xml;
    private final Set<String> names;
    private String root;
    private XmlEntry entry;

    Reader(XMLStreamReader xml, Set<String> names) {
      this.xml = xml;
      this.names = names;
    }

    /** Goes on to the next start of an element; false at the end of the document. */
    boolean next() throws XMLStreamException {
      entry = null;
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          String name = name();
          root = root == null ? name : root;
          entry = names.contains(name) ? entry(name) : null;
          return true;
        }
      }
      return false;
    }

    String root() {
      return root;
    }

    /** The entry that begins here; null where another element does. */
    XmlEntry entry() {
      return entry;
    }

    private XmlEntry entry(String name) throws XMLStreamException {
      List<Field> fields = new ArrayList<>();
      while (xml.next() != XMLStreamConstants.END_ELEMENT) {
        if (xml.isStartElement()) {
          Field field = field();
          if (fields.size() < MAX_FIELDS) {
            fields.add(field);
          }
        }
      }
      return new XmlEntry(name, fields);
    }

    private Field field() throws XMLStreamException {
      String name = name();
      String href = xml.getAttributeValue(null, "href");
      String rel = xml.getAttributeValue(null, "rel");
      String permanent = xml.getAttributeValue(null, "isPermaLink");
      return new Field(name, href, rel, permanent, text());
    }

    /** The text of an element without what is in others below it; too long a one is cut. */
    private String text() throws XMLStreamException {
      StringBuilder text = new StringBuilder();
      int depth = 1;
      while (depth > 0) {
        xml.next();
        if (xml.isStartElement()) {
          depth++;
        } else if (xml.isEndElement()) {
          depth--;
        } else if (xml.isCharacters() && depth == 1 && text.length() < MAX_TEXT) {
          text.append(xml.getText());
        }
      }
      return text.substring(0, Math.min(text.length(), MAX_TEXT)).strip();
    }

    private String name() {
      String name = xml.getLocalName();
      return name.substring(name.indexOf(':') + 1);
    }
  }
}
