package dev.podium.gateway.document;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Who speaks in a briefing, as the references of an Akoma Ntoso document: everybody once, by an id
 * that is one of the document.
 */
final class AknReferences {

  /** Who marked the document up. */
  static final String EDITOR = "podium";

  /** The role of those who ask. */
  static final String JOURNALIST = "journalist";

  /** The role of those who answer. */
  static final String SPOKESPERSON = "spokesperson";

  private static final String ONTOLOGY = "/akn/ontology/";

  private final Map<String, Reference> byKey = new LinkedHashMap<>();
  private final Reference publisher;

  /**
   * A person, organisation or role.
   *
   * @param element of the standard
   * @param id in the document
   * @param href in the ontology
   */
  record Reference(String element, String id, String href, String name) {}

  AknReferences(Briefing briefing) {
    add("editor", "TLCOrganization", EDITOR, ONTOLOGY + "organization/podium", "Podium");
    publisher =
        add(
            "publisher",
            "TLCOrganization",
            "publisher",
            ONTOLOGY + "organization/" + briefing.organisation(),
            briefing.organisation());
    add(JOURNALIST, "TLCRole", JOURNALIST, ONTOLOGY + "role/journalist", "Journalist");
    add(SPOKESPERSON, "TLCRole", SPOKESPERSON, ONTOLOGY + "role/spokesperson", "Spokesperson");
    briefing.spokespersons().forEach(one -> person(one.id(), one.name()));
  }

  private Reference add(String key, String element, String id, String href, String name) {
    return byKey.computeIfAbsent(key, k -> new Reference(element, id, href, name));
  }

  Reference publisher() {
    return publisher;
  }

  /** Who asked: the journalist, else the outlet, else the label that the page prints. */
  Reference asker(Exchange.Asker asker) {
    if (asker.person() != null) {
      return person(null, asker.person());
    }
    return asker.outlets().stream()
        .filter(outlet -> outlet.name() != null)
        .findFirst()
        .map(outlet -> organisation(outlet.id(), outlet.name()))
        .orElseGet(() -> asker.label() == null ? unknown() : person(null, asker.label()));
  }

  /** Who answers; the only one who holds the briefing where the answer does not say. */
  Reference speaker(Exchange.Speaker speaker, Collection<Briefing.Spokesperson> holders) {
    String name = speaker == null ? null : Objects.requireNonNullElse(speaker.name(), "");
    if (speaker != null && (!name.isEmpty() || speaker.label() != null)) {
      return person(speaker.id(), name.isEmpty() ? speaker.label() : name);
    }
    return holders.size() == 1
        ? person(holders.iterator().next().id(), holders.iterator().next().name())
        : publisher;
  }

  private Reference person(String id, String name) {
    return numbered("TLCPerson", "person", id, name);
  }

  private Reference organisation(String id, String name) {
    return numbered("TLCOrganization", "organization", id, name);
  }

  private Reference unknown() {
    return add("unknown", "TLCPerson", "unknown", ONTOLOGY + "person/unknown", "unknown");
  }

  // Numbered in the document, since a registry's ids and names are not all ids in XML.
  private Reference numbered(String element, String kind, String id, String name) {
    String key = kind + ' ' + (id == null ? "? " + name : id);
    String own = kind + '-' + (byKey.size() + 1);
    String path = id == null ? "unregistered/" + own : id;
    return add(key, element, own, ONTOLOGY + kind + '/' + path, name);
  }

  /** All that were asked for so far, and those that every document has. */
  Collection<Reference> all() {
    return byKey.values();
  }
}
