package dev.podium.ingest.archive;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.topic.Limits;
import dev.podium.ingest.source.Source;
import dev.podium.kit.problem.BodyLimit;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Turns a page that someone sends into a capture, or says what is wrong with it. */
@ApplicationScoped
class PageSubmission {

  private final Clock clock;

  PageSubmission(Clock clock) {
    this.clock = clock;
  }

  /**
   * The headers and the body as sent; headers are null where they are missing.
   *
   * @param httpStatus that a page which was gone was answered with; null for one that was there
   */
  record Sent(
      String httpStatus,
      String contentType,
      String contentLocation,
      String contentEncoding,
      String mementoDatetime,
      InputStream body) {}

  Capture capture(Source source, Sent sent) throws IOException {
    String url = url(sent.contentLocation());
    Integer status = status(sent.httpStatus());
    ContentType type = status == null ? type(sent) : null;
    Instant time = time(sent.mementoDatetime());
    byte[] body = BodyLimit.read(sent.body(), Limits.BODY_BYTES);
    if (status == null && body.length == 0) {
      throw ProblemException.badRequest("empty-body", "the body is empty; send the page's bytes");
    }
    if (status != null && body.length > 0) {
      throw ProblemException.badRequest(
          "body-of-a-gone-page", "a page that was gone is kept without a body; send none");
    }
    return new Capture(
        url,
        time == null ? Capture.Origin.POST : Capture.Origin.IMPORT,
        time,
        sent.contentLocation().strip(),
        status,
        null,
        null,
        List.of(),
        null,
        status == null ? Content.of(body, type, source.volatileSelectors()) : null);
  }

  private static String url(String contentLocation) {
    if (contentLocation == null || contentLocation.isBlank()) {
      throw ProblemException.badRequest(
          "missing-content-location", "the Content-Location header must name the page's address");
    }
    try {
      return CanonicalUrl.of(contentLocation);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(
          "bad-content-location", "the Content-Location header: " + e.getMessage());
    }
  }

  private static Integer status(String httpStatus) {
    return switch (httpStatus) {
      case null -> null;
      case "404", "410" -> Integer.valueOf(httpStatus);
      default ->
          throw ProblemException.badRequest(
              "bad-http-status",
              "httpStatus tells of a page that was gone, and is 404 or 410; leave it out for one"
                  + " that was there");
    };
  }

  private static ContentType type(Sent sent) {
    String encoding = sent.contentEncoding();
    if (encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase("identity")) {
      throw unsupported("the Content-Encoding is " + encoding + "; send the page's plain bytes");
    }
    try {
      return ContentType.parse(sent.contentType());
    } catch (UnsupportedContentTypeException e) {
      throw unsupported(e.getMessage());
    }
  }

  private static ProblemException unsupported(String detail) {
    return new ProblemException(Problem.of(415, "unsupported-media-type", detail));
  }

  private Instant time(String mementoDatetime) {
    if (mementoDatetime == null || mementoDatetime.isBlank()) {
      return null;
    }
    try {
      return CaptureTime.parse(mementoDatetime.strip(), clock.instant());
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(
          "bad-memento-datetime", "the Memento-Datetime header: " + e.getMessage());
    }
  }
}
