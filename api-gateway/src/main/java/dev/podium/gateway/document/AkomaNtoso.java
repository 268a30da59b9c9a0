package dev.podium.gateway.document;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.gateway.briefing.BriefingForms;
import dev.podium.gateway.http.XmlText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A briefing as a debate in Akoma Ntoso 1.0 (OASIS LegalDocML). */
final class AkomaNtoso {

  /** The namespace of the standard. */
  static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

  private static final String OWN = "urn:podium:briefing:1";
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
  private static final String BY_EDITOR = "#" + AknReferences.EDITOR;

  private final BriefingPage page;
  private final Briefing briefing;
  private final XMLStreamWriter out;
  private final AknReferences references;
  private final AknIdentification names;

  private AkomaNtoso(BriefingPage page, XMLStreamWriter out) {
    this.page = page;
    this.out = out;
    briefing = page.briefing();
    references = new AknReferences(briefing);
    names = new AknIdentification(briefing);
  }

  /** The document as UTF-8. */
  static byte[] write(BriefingPage page) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter out = XML.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new AkomaNtoso(page, out).document();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a briefing cannot be written to memory", e);
    }
    return bytes.toByteArray();
  }

  private void document() throws XMLStreamException {
    AknDebate debate = new AknDebate(page, references);
    out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    out.writeStartElement("akomaNtoso");
    out.writeDefaultNamespace(NAMESPACE);
    out.writeStartElement("debate");
    out.writeAttribute("name", "briefing");
    out.writeAttribute("contains", "singleVersion");
    meta();
    if (briefing.title() != null && !briefing.title().isBlank()) {
      title();
    }
    debate.write(out);
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndDocument();
  }

  private void meta() throws XMLStreamException {
    out.writeStartElement("meta");
    out.writeStartElement("identification");
    attribute("source", BY_EDITOR);
    work();
    expression();
    manifestation();
    out.writeEndElement();
    publication();
    references();
    proof();
    out.writeEndElement();
  }

  private void work() throws XMLStreamException {
    out.writeStartElement("FRBRWork");
    core(names.work(), names.work());
    alias("page", briefing.url());
    alias("permalink", page.address());
    date(briefing.date() == null ? "first known" : "held", names.date().toString());
    author(references.publisher().id());
    value("FRBRcountry", names.country());
    value("FRBRsubtype", "briefing");
    value("FRBRnumber", briefing.id());
    out.writeEndElement();
  }

  private void expression() throws XMLStreamException {
    out.writeStartElement("FRBRExpression");
    core(names.expression(), names.expression());
    alias("fetched", briefing.revision().link());
    date("fetched", page.fetchedAt());
    author(references.publisher().id());
    value("FRBRversionNumber", Long.toString(briefing.version()));
    out.writeEmptyElement("FRBRlanguage");
    attribute("language", names.language());
    out.writeEndElement();
  }

  private void manifestation() throws XMLStreamException {
    out.writeStartElement("FRBRManifestation");
    core(names.manifestation(), names.manifestation());
    date("fetched", page.fetchedAt());
    author(AknReferences.EDITOR);
    value("FRBRformat", BriefingForms.AKOMA_NTOSO);
    out.writeEndElement();
  }

  private void core(String self, String uri) throws XMLStreamException {
    value("FRBRthis", self);
    value("FRBRuri", uri);
  }

  private void alias(String name, String value) throws XMLStreamException {
    out.writeEmptyElement("FRBRalias");
    attribute("value", value);
    attribute("name", name);
  }

  private void date(String name, String date) throws XMLStreamException {
    out.writeEmptyElement("FRBRdate");
    attribute("date", date);
    attribute("name", name);
  }

  private void author(String id) throws XMLStreamException {
    out.writeEmptyElement("FRBRauthor");
    attribute("href", '#' + id);
  }

  private void publication() throws XMLStreamException {
    if (briefing.publishedOn() != null) {
      out.writeEmptyElement("publication");
      attribute("date", briefing.publishedOn().toString());
      attribute("name", "page");
      attribute("showAs", page.title());
    }
  }

  private void references() throws XMLStreamException {
    out.writeStartElement("references");
    attribute("source", BY_EDITOR);
    for (AknReferences.Reference reference : references.all()) {
      out.writeEmptyElement(reference.element());
      attribute("eId", reference.id());
      attribute("href", reference.href());
      attribute("showAs", reference.name());
    }
    out.writeEndElement();
  }

  private void proof() throws XMLStreamException {
    out.writeStartElement("proprietary");
    attribute("source", BY_EDITOR);
    out.writeStartElement("podium", "revision", OWN);
    out.writeNamespace("podium", OWN);
    attribute("number", Integer.toString(briefing.revision().number()));
    attribute("state", page.isGone() ? "gone" : "present");
    attribute("source", briefing.source());
    attribute("series", briefing.series());
    if (briefing.revision().sha256() != null) {
      attribute("sha256", briefing.revision().sha256());
    }
    out.writeEndElement();
    out.writeEndElement();
  }

  private void title() throws XMLStreamException {
    out.writeStartElement("preface");
    out.writeStartElement("p");
    out.writeAttribute("xml:lang", briefing.language());
    out.writeStartElement("docTitle");
    out.writeCharacters(XmlText.legal(page.title()));
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndElement();
  }

  private void value(String element, String value) throws XMLStreamException {
    out.writeEmptyElement(element);
    attribute("value", value);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    out.writeAttribute(name, XmlText.legal(value));
  }
}
