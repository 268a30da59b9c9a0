package dev.podium.contracts.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The CloudEvents 1.0 attributes of a record, in the Kafka protocol binding's binary mode: each is
 * a header named {@code ce_} and the attribute, in UTF-8.
 *
 * @param type for example {@code briefing.page.v1}
 * @param source {@code /sources/<id>}
 * @param subject id of the page, briefing or exchange
 * @param id the same on every replay
 * @param time the fetch time
 * @param contentType of the value
 */
public record CloudEvent(
    String type, String source, String subject, String id, Instant time, String contentType) {

  public static final String PAGE_TYPE = "briefing.page.v1";
  public static final String BRIEFING_TYPE = "briefing.briefing.v1";
  public static final String CHANGE_TYPE = "briefing.change.v1";

  /** The header that carries a briefing's version. */
  public static final String VERSION = "ce_version";

  /** The W3C trace context header. */
  public static final String TRACEPARENT = "traceparent";

  private static final String PREFIX = "ce_";
  private static final String CONTENT_TYPE = "content-type";

  /** The source attribute of a source's events. */
  public static String sourceOf(String sourceId) {
    return "/sources/" + sourceId;
  }

  /** The header name of an attribute. */
  public static String header(String attribute) {
    return PREFIX + attribute;
  }

  /** The headers, in a fixed order; change it at will to add extension attributes. */
  public Map<String, String> toHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(header("specversion"), "1.0");
    headers.put(header("type"), type);
    headers.put(header("source"), source);
    headers.put(header("subject"), subject);
    headers.put(header("id"), id);
    headers.put(header("time"), EventJson.utcMillis(time));
    if (contentType != null) {
      headers.put(CONTENT_TYPE, contentType);
    }
    return headers;
  }

  /**
   * Reads a record's headers.
   *
   * @param expectedType the only type that is taken
   * @throws MalformedEventException if an attribute is missing or wrong; its message names it
   */
  public static CloudEvent fromHeaders(Map<String, String> headers, String expectedType) {
    String specversion = required(headers, "specversion");
    if (!"1.0".equals(specversion)) {
      throw new MalformedEventException("header ce_specversion is " + specversion + ", not 1.0");
    }
    String type = required(headers, "type");
    if (!expectedType.equals(type)) {
      throw new MalformedEventException("header ce_type is " + type + ", not " + expectedType);
    }
    return new CloudEvent(
        type,
        required(headers, "source"),
        required(headers, "subject"),
        required(headers, "id"),
        instant(headers, "time"),
        headers.get(CONTENT_TYPE));
  }

  /**
   * A required attribute.
   *
   * @throws MalformedEventException if it is missing or empty
   */
  public static String required(Map<String, String> headers, String attribute) {
    String value = headers.get(header(attribute));
    if (value == null || value.isEmpty()) {
      throw new MalformedEventException("header " + header(attribute) + " is missing");
    }
    return value;
  }

  /**
   * A required attribute that is a time.
   *
   * @throws MalformedEventException if it is missing or no time
   */
  public static Instant instant(Map<String, String> headers, String attribute) {
    String value = required(headers, attribute);
    try {
      return Instant.parse(value);
    } catch (DateTimeException e) {
      throw new MalformedEventException(
          "header " + header(attribute) + " is no RFC 3339 time in UTC: " + value, e);
    }
  }
}
