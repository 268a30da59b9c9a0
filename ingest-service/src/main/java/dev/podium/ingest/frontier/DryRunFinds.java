package dev.podium.ingest.frontier;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.ingest.discover.Feed;
import dev.podium.ingest.discover.ListingPage;
import dev.podium.ingest.discover.Sitemap;
import dev.podium.ingest.discover.Told;
import dev.podium.ingest.fetch.Robots;
import dev.podium.ingest.fetch.RobotsVerdict;
import dev.podium.ingest.frontier.DryRunView.LinkView;
import dev.podium.ingest.source.LinkRules;
import dev.podium.ingest.source.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a listing, a sitemap or a feed would lead to.
 *
 * @param further the pages of a listing, or the sitemaps of an index, that would be looked at next
 * @param warnings what looks wrong, in words
 * @param trouble why nothing of it can be read, or null
 */
record DryRunFinds(
    List<LinkView> taken,
    List<LinkView> leftOut,
    List<String> further,
    List<String> warnings,
    String trouble) {

  /** What was found. */
  static DryRunFinds of(Source source, Entry asked, Visitor.Page page) {
    return switch (asked.kind()) {
      case LISTING -> new Reader(source, asked, page).listing();
      case SITEMAP -> new Reader(source, asked, page).sitemap();
      case FEED -> new Reader(source, asked, page).feed();
      case PAGE -> throw new IllegalArgumentException("no links are taken of " + asked.address());
    };
  }

  private static final class Reader {

    private static final int MOST_CHECKED = 100;

    private final Source source;
    private final Entry asked;
    private final Visitor.Page page;
    private final List<LinkView> taken = new ArrayList<>();
    private final List<LinkView> leftOut = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Reader(Source source, Entry asked, Visitor.Page page) {
      this.source = source;
      this.asked = asked;
      this.page = page;
    }

    DryRunFinds listing() {
      String charset = page.type() == null ? null : page.type().charset();
      ListingPage listing = new ListingPage(page.fetched().body(), charset, asked.target());
      sort(listing.addresses());
      if (page.type() == null) {
        warnings.add("the Content-Type is " + page.fetched().contentType() + ", which no page has");
      }
      return finds(none("the page has no links"), further(listing), null);
    }

    DryRunFinds sitemap() {
      Sitemap sitemap = Sitemap.read(page.fetched().body(), source.timeZone());
      sort(addresses(sitemap.pages()).toList());
      List<String> further =
          addresses(sitemap.sitemaps()).filter(one -> ToldArrivals.isOwn(asked, one)).toList();
      addresses(sitemap.sitemaps())
          .filter(one -> !ToldArrivals.isOwn(asked, one))
          .forEach(one -> leftOut.add(new LinkView(one, null, "a sitemap on another host")));
      String none =
          further.isEmpty() || !sitemap.pages().isEmpty()
              ? none("the sitemap lists no page with a whole address")
              : "it is an index, and what its sitemaps list is not looked at";
      return finds(none, further, sitemap.trouble());
    }

    DryRunFinds feed() {
      Feed feed = Feed.read(page.fetched().body(), asked.target(), source.timeZone());
      sort(addresses(feed.items()).toList());
      return finds(none("the feed has no item with a link"), List.of(), feed.trouble());
    }

    private static Stream<String> addresses(List<Told> told) {
      return told.stream().map(one -> one.link().address());
    }

    private String none(String empty) {
      return leftOut.isEmpty() ? empty : "no link matches";
    }

    /**
     * All of it.
     *
     * @param none what is said where nothing is taken
     * @param cut why there may be more than this, or null
     */
    private DryRunFinds finds(String none, List<String> further, String cut) {
      boolean empty = taken.isEmpty() && leftOut.isEmpty() && further.isEmpty();
      if (empty && cut != null) {
        return new DryRunFinds(List.of(), List.of(), List.of(), List.of(), cut);
      }
      if (taken.isEmpty()) {
        warnings.add(none);
      }
      if (cut != null) {
        warnings.add(cut);
      }
      warn(further);
      return new DryRunFinds(taken, leftOut, further, warnings, null);
    }

    private void sort(List<String> addresses) {
      Set<String> seen = new HashSet<>();
      for (String address : addresses) {
        String canonical = canonical(address);
        if (canonical == null) {
          leftOut.add(new LinkView(address, null, "no web address"));
        } else if (seen.add(canonical)) {
          LinkRules.Verdict verdict = source.links().verdict(canonical);
          (verdict.taken() ? taken : leftOut)
              .add(new LinkView(canonical, verdict.rule(), verdict.reason()));
        }
      }
    }

    private static String canonical(String address) {
      try {
        return CanonicalUrl.of(address);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }

    private List<String> further(ListingPage listing) {
      return ListingArrivals.paging(asked, source, listing)
          .map(paging -> paging.after(0, !taken.isEmpty()).stream().map(paging::address).toList())
          .orElse(List.of());
    }

    private void warn(List<String> further) {
      if (asked.hop() != null) {
        warnings.add("it redirects to " + asked.hop());
      }
      source.listings().stream()
          .filter(one -> asked.kind() == Entry.Kind.LISTING && one.url().equals(asked.address()))
          .map(Source.Listing::paging)
          .filter(paging -> further.isEmpty() && !(paging instanceof Source.Paging.None))
          .map(paging -> "no further pages were found, though its paging is " + paging.code())
          .forEach(warnings::add);
      long closed = taken.stream().limit(MOST_CHECKED).filter(this::disallowed).count();
      if (closed > 0) {
        warnings.add("robots.txt disallows " + closed + " of the links that are taken");
      }
    }

    private boolean disallowed(LinkView link) {
      return Hosts.of(link.url()).equals(asked.host())
          && Robots.verdict(asked.robots(), asked.robotsAddress(), link.url())
              instanceof RobotsVerdict.Disallowed;
    }
  }
}
