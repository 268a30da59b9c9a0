package dev.podium.parse.trial;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** What a caller says of a page. */
class ParseRequest {

  @Parameter(description = "The page's address", required = true)
  @RestQuery
  String url;

  @Parameter(description = "Id of the source that the page belongs to", required = true)
  @RestQuery
  String source;

  @Parameter(
      description = "Id of the dialect; by default the one of the source's id, or else generic")
  @RestQuery
  String dialect;

  @Parameter(description = "By default the dialect's")
  @RestQuery
  String organisation;

  @Parameter(description = "By default the dialect's")
  @RestQuery
  String series;

  @Parameter(description = "BCP 47; by default the dialect's")
  @RestQuery
  String language;

  @Parameter(description = "IANA id; by default the dialect's")
  @RestQuery
  String timeZone;

  @Parameter(description = "When the page was captured, as an HTTP date; by default now")
  @RestHeader("Memento-Datetime")
  String capturedAt;

  @Parameter(
      description =
          "What all offsets of the answer count: codepoint, which they do unless asked, or utf16"
              + " code units")
  @RestQuery
  String offsets;
}
