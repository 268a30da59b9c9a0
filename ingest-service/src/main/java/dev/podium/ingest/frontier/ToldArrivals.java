package dev.podium.ingest.frontier;

import dev.podium.ingest.discover.Feed;
import dev.podium.ingest.discover.Sitemap;
import dev.podium.ingest.discover.Told;
import dev.podium.ingest.frontier.Arrivals.Arrival;
import dev.podium.ingest.frontier.FrontierTable.Found;
import dev.podium.ingest.frontier.FrontierTable.Validators;
import dev.podium.ingest.source.Source;
import dev.podium.kit.wording.Counted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Takes what sitemaps and feeds tell of into the frontier. */
@ApplicationScoped
class ToldArrivals {

  /** How many sitemaps a source may have, those of its indexes included. */
  static final int MAX_SITEMAPS = 1000;

  /** How deep indexes may hold indexes. */
  static final int MAX_DEPTH = 3;

  private final FrontierTable frontier;
  private final ModifiedEntries modified;

  ToldArrivals(FrontierTable frontier, ModifiedEntries modified) {
    this.frontier = frontier;
    this.modified = modified;
  }

  Arrival sitemap(Entry entry, Source source, Visitor.Page page) {
    Sitemap sitemap = Sitemap.read(page.fetched().body(), source.timeZone());
    List<String> remarks = new ArrayList<>();
    Taken sitemaps =
        sitemap.sitemaps().isEmpty() ? Taken.NOTHING : nested(entry, source, sitemap, remarks);
    int read = sitemap.pages().size() + sitemap.sitemaps().size();
    return pages(source, sitemap.pages(), "listed by a sitemap", remarks)
        .and(sitemaps)
        .arrival(page, read, sitemap.trouble(), remarks);
  }

  Arrival feed(Entry entry, Source source, Visitor.Page page) {
    Feed feed = Feed.read(page.fetched().body(), entry.target(), source.timeZone());
    List<String> remarks = new ArrayList<>();
    return pages(source, feed.items(), "listed by a feed", remarks)
        .arrival(page, feed.items().size(), feed.trouble(), remarks);
  }

  private Taken pages(Source source, List<Told> told, String reason, List<String> remarks) {
    List<Told> taken = Told.taken(told, source.links());
    List<Found> found =
        taken.stream()
            .map(one -> new Found(one.link().address(), Entry.Kind.PAGE, reason, null, 0))
            .toList();
    int added = frontier.add(source.id(), found, source.pageInterval());
    int hastened = modified.hasten(source.id(), Entry.Kind.PAGE, taken, source.pageInterval());
    remarks.add(Counted.of(taken.size(), "link") + ", " + added + " of them new");
    if (hastened > 0) {
      remarks.add(hastened + " changed since they were fetched");
    }
    return new Taken(taken.size(), added + hastened);
  }

  /** Sitemaps of an index are followed on its own host, so far and so many. */
  private Taken nested(Entry entry, Source source, Sitemap index, List<String> remarks) {
    if (entry.number() >= MAX_DEPTH) {
      remarks.add("sitemaps nested deeper than " + MAX_DEPTH + " are not followed");
      return Taken.NOTHING;
    }
    List<Told> own =
        index.sitemaps().stream().filter(one -> isOwn(entry, one.link().address())).toList();
    if (own.size() < index.sitemaps().size()) {
      int others = index.sitemaps().size() - own.size();
      remarks.add("left out: " + Counted.of(others, "sitemap") + " on other hosts");
    }
    long room = MAX_SITEMAPS - modified.count(source.id(), Entry.Kind.SITEMAP);
    List<Told> taken = modified.knownAndSoMany(source.id(), own, Math.max(room, 0));
    if (taken.size() < own.size()) {
      remarks.add("a source has at most " + MAX_SITEMAPS + " sitemaps, the others are left out");
    }
    remarks.add(Counted.of(taken.size(), "sitemap"));
    return new Taken(taken.size(), add(entry, source, taken));
  }

  private int add(Entry entry, Source source, List<Told> sitemaps) {
    List<Found> found =
        sitemaps.stream()
            .map(
                one ->
                    new Found(
                        one.link().address(),
                        Entry.Kind.SITEMAP,
                        "listed by an index of sitemaps",
                        entry.listing(),
                        entry.number() + 1))
            .toList();
    return frontier.add(source.id(), found, source.listingInterval())
        + modified.hasten(source.id(), Entry.Kind.SITEMAP, sitemaps, source.listingInterval());
  }

  /** Whether a sitemap is on the host of its index, or on the one that the index moved to. */
  static boolean isOwn(Entry index, String address) {
    String host = Hosts.of(address);
    return host.equals(Hosts.of(index.address())) || host.equals(Hosts.of(index.target()));
  }

  /**
   * What was taken.
   *
   * @param links how many
   * @param news how many of them were new, or have changed
   */
  private record Taken(int links, int news) {

    static final Taken NOTHING = new Taken(0, 0);

    Taken and(Taken more) {
      return new Taken(links + more.links, news + more.news);
    }

    Arrival arrival(Visitor.Page page, int read, String trouble, List<String> remarks) {
      if (read == 0 && trouble != null) {
        Validators none = new Validators(null, null, null);
        return new Arrival(new VisitResult.Refused(trouble), none, links);
      }
      if (trouble != null) {
        remarks.add(trouble);
      }
      String reason = String.join("; ", remarks);
      return new Arrival(
          news > 0 ? new VisitResult.Changed(reason) : new VisitResult.Unchanged(reason),
          new Validators(page.fetched().etag(), page.fetched().lastModified(), null),
          links);
    }
  }
}
