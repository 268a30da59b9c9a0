package dev.podium.contracts.page;

import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.event.MalformedEventException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The facts of a page's revision, which travel as headers of {@code briefing.pages.v1}; the
 * record's key is the canonical address and its value the body, byte for byte as fetched, null when
 * gone.
 *
 * @param source id of the source that the page belongs to
 * @param language BCP 47, as the source declares it
 * @param dialect id of the dialect that the source declares, or null
 * @param timeZone IANA id, as the source declares it
 * @param pageId also the id of the briefing
 * @param revision counts the page's captures in order of arrival, from 1
 * @param fetchedAt UTC, in milliseconds
 * @param finalUrl the address that was really fetched, after redirects
 * @param httpStatus null for a page that came by POST or import
 * @param etag as received, or null
 * @param lastModified as received, or null
 * @param contentType as received, with its parameters; null when gone
 * @param charset as the Content-Type header declares it, or null
 * @param sha256 of the body, lower-case hex; null when gone
 * @param erased exchanges that are to be left out of the briefing; of a page that is erased, the
 *     page itself
 */
public record PageEvent(
    String source,
    String organisation,
    String series,
    String language,
    String dialect,
    String timeZone,
    String pageId,
    int revision,
    State state,
    Instant fetchedAt,
    String finalUrl,
    Integer httpStatus,
    String etag,
    String lastModified,
    String contentType,
    String charset,
    String sha256,
    List<Erased> erased) {

  public PageEvent {
    erased = erased == null ? List.of() : List.copyOf(erased);
  }

  /** What the record says of the page; a null value alone means nothing. */
  public enum State {
    PRESENT,
    GONE,
    ERASED;

    /** The word in the {@code state} attribute. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The record's headers: CloudEvents attributes and, as extensions, the facts. */
  public Map<String, String> toHeaders() {
    Map<String, String> headers =
        new CloudEvent(
                CloudEvent.PAGE_TYPE,
                CloudEvent.sourceOf(source),
                pageId,
                pageId + '/' + revision,
                fetchedAt,
                contentType)
            .toHeaders();
    put(headers, "sourceid", source);
    put(headers, "organisation", organisation);
    put(headers, "series", series);
    put(headers, "language", language);
    put(headers, "dialect", dialect);
    put(headers, "timezone", timeZone);
    put(headers, "pageid", pageId);
    put(headers, "revision", Integer.toString(revision));
    put(headers, "state", state.code());
    put(headers, "fetchedat", EventJson.utcMillis(fetchedAt));
    put(headers, "finalurl", finalUrl);
    put(headers, "httpstatus", httpStatus == null ? null : httpStatus.toString());
    put(headers, "etag", etag);
    put(headers, "lastmodified", lastModified);
    put(headers, "charset", charset);
    put(headers, "sha256", sha256);
    put(headers, "erased", erased.isEmpty() ? null : Erased.write(erased));
    return headers;
  }

  /**
   * Reads a record's headers.
   *
   * @throws MalformedEventException if one is missing or wrong; its message names it
   */
  public static PageEvent fromHeaders(Map<String, String> headers) {
    CloudEvent event = CloudEvent.fromHeaders(headers, CloudEvent.PAGE_TYPE);
    return new PageEvent(
        CloudEvent.required(headers, "sourceid"),
        CloudEvent.required(headers, "organisation"),
        CloudEvent.required(headers, "series"),
        CloudEvent.required(headers, "language"),
        optional(headers, "dialect"),
        timeZone(headers),
        CloudEvent.required(headers, "pageid"),
        revision(headers),
        state(headers),
        CloudEvent.instant(headers, "fetchedat"),
        CloudEvent.required(headers, "finalurl"),
        httpStatus(headers),
        optional(headers, "etag"),
        optional(headers, "lastmodified"),
        event.contentType(),
        optional(headers, "charset"),
        optional(headers, "sha256"),
        Erased.read(optional(headers, "erased")));
  }

  private static void put(Map<String, String> headers, String attribute, String value) {
    if (value != null) {
      headers.put(CloudEvent.header(attribute), value);
    }
  }

  private static String optional(Map<String, String> headers, String attribute) {
    return headers.get(CloudEvent.header(attribute));
  }

  private static String timeZone(Map<String, String> headers) {
    String value = CloudEvent.required(headers, "timezone");
    try {
      return ZoneId.of(value).getId();
    } catch (DateTimeException e) {
      throw new MalformedEventException("header ce_timezone is no time zone: " + value, e);
    }
  }

  private static int revision(Map<String, String> headers) {
    int revision = number("revision", CloudEvent.required(headers, "revision"));
    if (revision < 1) {
      throw new MalformedEventException("header ce_revision is " + revision + ", not 1 or more");
    }
    return revision;
  }

  private static Integer httpStatus(Map<String, String> headers) {
    String value = optional(headers, "httpstatus");
    return value == null ? null : Integer.valueOf(number("httpstatus", value));
  }

  private static int number(String attribute, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new MalformedEventException(
          "header " + CloudEvent.header(attribute) + " is no number: " + value, e);
    }
  }

  private static State state(Map<String, String> headers) {
    String value = CloudEvent.required(headers, "state");
    for (State state : State.values()) {
      if (state.code().equals(value)) {
        return state;
      }
    }
    throw new MalformedEventException(
        "header ce_state is " + value + ", not present, gone or erased");
  }
}
