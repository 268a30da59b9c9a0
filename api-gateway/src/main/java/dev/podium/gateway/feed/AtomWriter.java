package dev.podium.gateway.feed;

import dev.podium.gateway.http.XmlText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed as Atom (RFC 4287), page by page (RFC 5005). */
final class AtomWriter {

  /** The media type. */
  static final String TYPE = "application/atom+xml";

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  private final XMLStreamWriter out;

  private AtomWriter(XMLStreamWriter out) {
    this.out = out;
  }

  /** The feed as UTF-8. */
  static byte[] write(Feed feed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter out = XML.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new AtomWriter(out).feed(feed);
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed cannot be written to memory", e);
    }
    return bytes.toByteArray();
  }

  private void feed(Feed feed) throws XMLStreamException {
    out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    out.writeStartElement("feed");
    out.writeDefaultNamespace(NAMESPACE);
    text("id", feed.first());
    text("title", feed.title());
    text("updated", feed.updated().toString());
    author("Podium");
    text("generator", "Podium");
    link("self", TYPE, feed.self());
    link("first", TYPE, feed.first());
    if (feed.next() != null) {
      link("next", TYPE, feed.next());
    }
    link("alternate", "application/json", feed.search());
    for (Feed.Entry entry : feed.entries()) {
      entry(entry);
    }
    out.writeEndElement();
    out.writeEndDocument();
  }

  private void entry(Feed.Entry entry) throws XMLStreamException {
    out.writeStartElement("entry");
    out.writeAttribute("xml:lang", entry.briefing().language());
    text("id", entry.id());
    text("title", EntryText.title(entry.document()));
    text("updated", entry.updated().toString());
    if (entry.briefing().date() != null) {
      // It needs a time, and a briefing has a day: the beginning of that day.
      text(
          "published",
          DateTimeFormatter.ISO_INSTANT.format(
              entry.briefing().date().atStartOfDay(ZoneOffset.UTC)));
    }
    for (String author : entry.authors()) {
      author(author);
    }
    link("alternate", "application/json", entry.id());
    link("via", "text/html", entry.briefing().url());
    category(entry.briefing().source());
    category(entry.document().exchange().kind().code());
    content(EntryText.html(entry.document()));
    out.writeEndElement();
  }

  private void author(String name) throws XMLStreamException {
    out.writeStartElement("author");
    text("name", name);
    out.writeEndElement();
  }

  private void link(String rel, String type, String href) throws XMLStreamException {
    out.writeEmptyElement("link");
    out.writeAttribute("rel", rel);
    out.writeAttribute("type", type);
    out.writeAttribute("href", XmlText.legal(href));
  }

  private void category(String term) throws XMLStreamException {
    out.writeEmptyElement("category");
    out.writeAttribute("term", XmlText.legal(term));
  }

  private void content(String html) throws XMLStreamException {
    out.writeStartElement("content");
    out.writeAttribute("type", "html");
    out.writeCharacters(XmlText.legal(html));
    out.writeEndElement();
  }

  private void text(String name, String text) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(XmlText.legal(text));
    out.writeEndElement();
  }
}
