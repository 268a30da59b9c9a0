package dev.podium.ingest.frontier;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.ingest.archive.ContentType;
import dev.podium.ingest.discover.ListingPage;
import dev.podium.ingest.discover.Paging;
import dev.podium.ingest.fetch.Robots;
import dev.podium.ingest.fetch.RobotsVerdict;
import dev.podium.ingest.frontier.DryRunView.LinkView;
import dev.podium.ingest.frontier.DryRunView.ListingView;
import dev.podium.ingest.frontier.DryRunView.Some;
import dev.podium.ingest.source.LinkRules;
import dev.podium.ingest.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says what a look at a listing would lead to. */
final class DryRunReport {

  private static final int MOST_LINKS = 100;
  private static final int MOST_FURTHER = 20;

  private final Source source;
  private final Source.Listing listing;
  private final Entry asked;

  /**
   * The report on a listing.
   *
   * @param asked what was fetched last, with the robots.txt of its host
   */
  DryRunReport(Source source, Source.Listing listing, Entry asked) {
    this.source = source;
    this.listing = listing;
    this.asked = asked;
  }

  /** The report on a listing whose host's turn did not come in time. */
  static ListingView waiting(Source.Listing listing, Entry entry, Instant turn) {
    String reason = "the turn of " + entry.host() + " did not come yet; it does by " + turn;
    return nothing(listing, entry, "waiting", reason, null, null);
  }

  ListingView of(Visitor.Brought brought) {
    return brought.page() == null
        ? nothing(
            listing,
            asked,
            brought.result().code(),
            reason(brought.result()),
            status(brought.result()),
            brought.robots())
        : page(brought);
  }

  private static ListingView nothing(
      Source.Listing listing,
      Entry asked,
      String outcome,
      String reason,
      Integer status,
      String robots) {
    return new ListingView(
        listing.url(),
        outcome,
        reason,
        status,
        robots,
        asked.target(),
        Some.of(List.of(), 0),
        Some.of(List.of(), 0),
        Some.of(List.of(), 0),
        List.of());
  }

  private ListingView page(Visitor.Brought brought) {
    ContentType type = brought.page().type();
    ListingPage page =
        new ListingPage(
            brought.page().fetched().body(), type == null ? null : type.charset(), asked.target());
    List<LinkView> taken = new ArrayList<>();
    List<LinkView> leftOut = new ArrayList<>();
    sort(page, taken, leftOut);
    List<String> further = further(page, !taken.isEmpty());
    return new ListingView(
        listing.url(),
        "fetched",
        null,
        brought.page().fetched().status(),
        brought.robots(),
        asked.target(),
        Some.of(taken, MOST_LINKS),
        Some.of(leftOut, MOST_LINKS),
        Some.of(further, MOST_FURTHER),
        warnings(brought.page(), taken, leftOut, further));
  }

  private void sort(ListingPage page, List<LinkView> taken, List<LinkView> leftOut) {
    Set<String> seen = new HashSet<>();
    for (String address : page.addresses()) {
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

  private List<String> further(ListingPage page, boolean fruitful) {
    return Paging.of(listing, page)
        .map(paging -> paging.after(0, fruitful).stream().map(paging::address).toList())
        .orElse(List.of());
  }

  private List<String> warnings(
      Visitor.Page page, List<LinkView> taken, List<LinkView> leftOut, List<String> further) {
    List<String> warnings = new ArrayList<>();
    if (page.type() == null) {
      warnings.add("the Content-Type is " + page.fetched().contentType() + ", which no page has");
    }
    if (taken.isEmpty()) {
      warnings.add(leftOut.isEmpty() ? "the page has no links" : "no link matches");
    }
    if (asked.hop() != null) {
      warnings.add("it redirects to " + asked.hop());
    }
    if (!(listing.paging() instanceof Source.Paging.None) && further.isEmpty()) {
      warnings.add("no further pages were found, though its paging is " + listing.paging().code());
    }
    long closed = taken.stream().limit(MOST_LINKS).filter(this::disallowed).count();
    if (closed > 0) {
      warnings.add("robots.txt disallows " + closed + " of the links that are taken");
    }
    return warnings;
  }

  private boolean disallowed(LinkView link) {
    return Hosts.of(link.url()).equals(asked.host())
        && Robots.verdict(asked.robots(), asked.robotsAddress(), link.url())
            instanceof RobotsVerdict.Disallowed;
  }

  private static Integer status(VisitResult result) {
    return switch (result) {
      case VisitResult.Missing(int status) -> status;
      case VisitResult.Throttled(int status, var wait) -> status;
      default -> null;
    };
  }

  private static String reason(VisitResult result) {
    return switch (result) {
      case VisitResult.Unchanged(String reason) -> reason;
      case VisitResult.Changed(String reason) -> reason;
      case VisitResult.Failed(String reason) -> reason;
      case VisitResult.Refused(String reason) -> reason;
      case VisitResult.Disallowed(String reason) -> reason;
      case VisitResult.RobotsUnknown(String reason) -> reason;
      case VisitResult.Missing(int status) -> "HTTP " + status;
      case VisitResult.Throttled(int status, var wait) ->
          "HTTP " + status + (wait == null ? "" : ", the host asks for " + wait.toSeconds() + " s");
      case VisitResult.Hop hop ->
          "more than " + Schedule.MAX_HOPS + " redirects, the last one to " + hop.address();
      case VisitResult.RobotsRead read -> "robots.txt was read";
      case VisitResult.RobotsFailed failed -> failed.reason();
      case VisitResult.Doubted doubted -> "not modified";
    };
  }
}
