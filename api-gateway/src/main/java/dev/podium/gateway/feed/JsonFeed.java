package dev.podium.gateway.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A feed as JSON Feed 1.1 has it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonFeed(
    String version,
    String title,
    @JsonProperty("home_page_url") String homePageUrl,
    @JsonProperty("feed_url") String feedUrl,
    @JsonProperty("next_url") String nextUrl,
    List<Author> authors,
    List<Item> items) {

  /** The media type. */
  static final String TYPE = "application/feed+json";

  private static final String VERSION = "https://jsonfeed.org/version/1.1";

  /** Who wrote or said something. */
  record Author(String name) {}

  /** An exchange. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String id,
      String url,
      @JsonProperty("external_url") String externalUrl,
      String title,
      @JsonProperty("content_html") String contentHtml,
      @JsonProperty("content_text") String contentText,
      @JsonProperty("date_published") Instant datePublished,
      @JsonProperty("date_modified") Instant dateModified,
      List<Author> authors,
      List<String> tags,
      String language) {

    private static Item of(Feed.Entry entry) {
      return new Item(
          entry.id(),
          entry.id(),
          entry.briefing().url(),
          EntryText.title(entry.document()),
          EntryText.html(entry.document()),
          EntryText.plain(entry.document()),
          entry.briefing().date() == null
              ? null
              : entry.briefing().date().atStartOfDay(ZoneOffset.UTC).toInstant(),
          entry.updated(),
          entry.authors().stream().map(Author::new).toList(),
          List.of(entry.briefing().source(), entry.document().exchange().kind().code()),
          entry.briefing().language());
    }
  }

  static JsonFeed of(Feed feed) {
    return new JsonFeed(
        VERSION,
        feed.title(),
        feed.search(),
        feed.self(),
        feed.next(),
        List.of(new Author("Podium")),
        feed.entries().stream().map(Item::of).toList());
  }
}
