package dev.podium.ingest.frontier;

import dev.podium.contracts.topic.Limits;
import dev.podium.ingest.archive.Archive;
import dev.podium.ingest.archive.ContentType;
import dev.podium.ingest.archive.Header;
import dev.podium.ingest.archive.UnsupportedContentTypeException;
import dev.podium.ingest.discover.Sitemap;
import dev.podium.ingest.fetch.FetchOutcome;
import dev.podium.ingest.fetch.Fetcher;
import dev.podium.ingest.fetch.Robots;
import dev.podium.ingest.fetch.RobotsFetcher;
import dev.podium.ingest.fetch.RobotsFile;
import dev.podium.ingest.fetch.RobotsVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Makes one visit: asks robots.txt, fetches, and says what there was. Changes nothing itself. */
@ApplicationScoped
class Visitor {

  private final Fetcher fetcher;
  private final RobotsFetcher robotsFetcher;
  private final Archive archive;
  private final Honesty honesty;
  private final Clock clock;

  Visitor(
      Fetcher fetcher,
      RobotsFetcher robotsFetcher,
      Archive archive,
      FrontierSettings config,
      Clock clock) {
    this.fetcher = fetcher;
    this.robotsFetcher = robotsFetcher;
    this.archive = archive;
    this.honesty = new Honesty(config.checkedShare());
    this.clock = clock;
  }

  /**
   * What a visit brought.
   *
   * @param result decided where nothing is to be kept; null where there is a page
   * @param page the page, or null
   * @param robots what robots.txt says, or null where it was not asked
   * @param robotsFile a robots.txt that was read, or null
   */
  record Brought(VisitResult result, Page page, String robots, RobotsFile robotsFile) {}

  /**
   * A page as it was fetched, which we can take; with null for one that is as it was.
   *
   * @param fetched null where the server says that it is as it was
   * @param type null where there is none that a page may have, which listings and the like may
   * @param robots what robots.txt says of it
   */
  record Page(FetchOutcome.Fetched fetched, ContentType type, String robots) {}

  Brought visit(Entry entry) {
    String objection = fetcher.objection(entry.target());
    if (objection != null) {
      return of(new VisitResult.Refused(objection), null);
    }
    if (entry.robots() == null) {
      RobotsFile file = robotsFetcher.fetch(entry.robotsAddress());
      return new Brought(robotsRead(entry, file), null, null, file);
    }
    RobotsVerdict verdict = verdict(entry, entry.robots());
    return switch (verdict) {
      case RobotsVerdict.Allowed allowed -> fetch(entry, allowed.text());
      case RobotsVerdict.Disallowed(String text) ->
          new Brought(new VisitResult.Disallowed(text), null, text, null);
      case RobotsVerdict.Unknown(String text) ->
          new Brought(new VisitResult.RobotsUnknown(text), null, text, null);
    };
  }

  private VisitResult robotsRead(Entry entry, RobotsFile file) {
    return verdict(entry, file) instanceof RobotsVerdict.Unknown(String text)
        ? new VisitResult.RobotsFailed(text, Duration.between(clock.instant(), file.until()))
        : new VisitResult.RobotsRead();
  }

  private static RobotsVerdict verdict(Entry entry, RobotsFile file) {
    return Robots.verdict(file, entry.robotsAddress(), entry.target());
  }

  private Brought fetch(Entry entry, String robots) {
    boolean conditional = conditional(entry);
    FetchOutcome outcome =
        fetcher.fetch(
            new Fetcher.Request(
                entry.target(),
                conditional ? entry.etag() : null,
                conditional ? entry.lastModified() : null,
                entry.kind() == Entry.Kind.SITEMAP ? Sitemap.MAX_BYTES : Limits.BODY_BYTES,
                false));
    if (!(outcome instanceof FetchOutcome.NotModified)) {
      return brought(entry, outcome, robots);
    }
    if (!conditional) {
      return of(new VisitResult.Failed("not modified, though nobody asked whether it is"), robots);
    }
    return honesty.doubts(entry)
        ? of(new VisitResult.Doubted(), robots)
        : brought(entry, outcome, robots);
  }

  private boolean conditional(Entry entry) {
    if (entry.distrust() != null || entry.watch().doubted()) {
      return false;
    }
    return switch (entry.kind()) {
      case PAGE -> entry.sha256() != null && archive.isCurrent(entry.id(), entry.sha256());
      case SITEMAP, FEED -> entry.etag() != null || entry.lastModified() != null;
      case LISTING -> false;
    };
  }

  private static Brought brought(Entry entry, FetchOutcome outcome, String robots) {
    return switch (outcome) {
      case FetchOutcome.Fetched fetched -> page(entry, fetched, robots);
      case FetchOutcome.NotModified same ->
          new Brought(null, new Page(null, null, robots), robots, null);
      case FetchOutcome.Moved(int status, String address) -> of(hop(address), robots);
      case FetchOutcome.Missing(int status, var headers) ->
          of(new VisitResult.Missing(status, Header.of(headers)), robots);
      case FetchOutcome.Throttled(int status, var wait) ->
          of(new VisitResult.Throttled(status, wait), robots);
      case FetchOutcome.Unwelcome(int status) -> of(unwelcome(status), robots);
      case FetchOutcome.Refused(String reason) -> of(new VisitResult.Refused(reason), robots);
      case FetchOutcome.Failed(String reason) -> of(new VisitResult.Failed(reason), robots);
    };
  }

  private static Brought page(Entry entry, FetchOutcome.Fetched fetched, String robots) {
    if (fetched.body().length == 0) {
      return of(new VisitResult.Failed("the body is empty"), robots);
    }
    try {
      ContentType type = ContentType.parse(fetched.contentType());
      return new Brought(null, new Page(fetched, type, robots), robots, null);
    } catch (UnsupportedContentTypeException e) {
      return entry.kind() != Entry.Kind.PAGE
          ? new Brought(null, new Page(fetched, null, robots), robots, null)
          : of(new VisitResult.Refused(e.getMessage()), robots);
    }
  }

  private static VisitResult hop(String address) {
    try {
      return new VisitResult.Hop(address, Hosts.of(address));
    } catch (IllegalArgumentException e) {
      return new VisitResult.Refused("redirected to what cannot be fetched: " + address);
    }
  }

  private static VisitResult unwelcome(int status) {
    return status >= 500
        ? new VisitResult.Failed("HTTP " + status)
        : new VisitResult.Refused("HTTP " + status);
  }

  private static Brought of(VisitResult result, String robots) {
    return new Brought(result, null, robots, null);
  }
}
