package dev.podium.ingest.frontier;

import dev.podium.ingest.archive.Content;
import dev.podium.ingest.discover.LanguageLinks;
import dev.podium.ingest.discover.Link;
import dev.podium.ingest.frontier.FrontierTable.Found;
import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Follows a page's links to its other languages into the sources that those are pages of. */
@ApplicationScoped
class LanguageArrivals {

  private final Sources sources;
  private final FrontierTable frontier;

  LanguageArrivals(Sources sources, FrontierTable frontier) {
    this.sources = sources;
    this.frontier = frontier;
  }

  void follow(Entry entry, Source source, Content content) {
    for (Link link : LanguageLinks.of(content.body(), content.charset(), entry.target())) {
      for (Source other : sources.fetched()) {
        if (!other.id().equals(source.id()) && other.links().takes(link.url())) {
          add(entry, other, link);
        }
      }
    }
  }

  private void add(Entry entry, Source other, Link link) {
    String reason = "linked as another language of " + entry.address();
    Found found = new Found(link.address(), Entry.Kind.PAGE, reason, null, 0);
    frontier.add(other.id(), List.of(found), other.pageInterval());
  }
}
