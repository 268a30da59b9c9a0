package dev.podium.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  @Test
  void readsRss() {
    Feed feed =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
              <channel>
                <link>https://site.example/</link>
                <atom:link href="https://site.example/rss" rel="self"/>
                <pubDate>Fri, 05 Apr 2024 00:00:00 GMT</pubDate>
                <item>
                  <title>One &nbsp; &amp; only</title>
                  <link>
                    https://site.example/news/1?a=b&amp;c=d
                  </link>
                  <pubDate>Wed, 03 Apr 2024 10:00:00 +0200</pubDate>
                  <guid isPermaLink="false">17</guid>
                </item>
                <item><guid>https://site.example/news/2</guid><dc:date>2024-04-03</dc:date></item>
                <item><guid isPermaLink="false">https://site.example/no</guid></item>
                <item><link>/news/3</link><description><a href="x">x</a></description></item>
              </channel>
            </rss>
            """);
    assertThat(feed.trouble()).isNull();
    assertThat(feed.items())
        .containsExactly(
            told("https://site.example/news/1?a=b&c=d", "2024-04-03T08:00:00Z"),
            told("https://site.example/news/2", "2024-04-03T22:00:00Z"),
            told("https://site.example/news/3", null));
  }

  @Test
  void aLinkThatIsNoAddressCostsNoOtherItem() {
    Feed feed =
        read(
            """
            <rss><channel>
              <item><link>http://127.1/x</link></item>
              <item><link>mailto:press@site.example</link><guid>https://site.example/news/1</guid></item>
              <item><link>/news/2</link></item>
            </channel></rss>
            """);
    assertThat(feed.items())
        .containsExactly(
            told("https://site.example/news/1", null), told("https://site.example/news/2", null));
  }

  @Test
  void readsAtom() {
    Feed feed =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom">
              <link href="https://site.example/"/><updated>2024-04-05T00:00:00Z</updated>
              <entry>
                <link rel="edit" href="https://site.example/edit/1"/>
                <link rel="alternate" type="text/html" href="news/1"/>
                <published>2024-04-03T10:00:00Z</published>
                <updated>2024-04-04T10:00:00Z</updated>
                <content type="xhtml"><div><a href="https://site.example/other">x</a></div></content>
              </entry>
            </feed>
            """);
    assertThat(feed.trouble()).isNull();
    assertThat(feed.items())
        .containsExactly(told("https://site.example/news/1", "2024-04-04T10:00:00Z"));
  }

  @Test
  void readsRssOfTheFirstKind() {
    Feed feed =
        read(
            "<rdf:RDF><channel/><item rdf:about='x'><link>https://site.example/1</link></item>"
                + "</rdf:RDF>");
    assertThat(feed.items()).containsExactly(told("https://site.example/1", null));
    assertThat(feed.trouble()).isNull();
  }

  @Test
  void saysWhatIsNoFeedAndKeepsWhatABrokenOneHad() {
    assertThat(read("<html/>"))
        .isEqualTo(new Feed(List.of(), "it is no feed: it begins with html"));
    Feed broken = read("<rss><item><link>https://site.example/1</link></item><item>&oops");
    assertThat(broken.items()).hasSize(1);
    assertThat(broken.trouble()).isEqualTo("it is broken off in line 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2024-04-03T10:00:00.123Z | 2024-04-03T10:00:00.123Z",
        "2024-04-03T10:00+08:00 | 2024-04-03T02:00:00Z",
        "2024-04-03T10:00:00 | 2024-04-03T08:00:00Z",
        "2024-12-31 | 2024-12-31T23:00:00Z",
        "2024-12 | 2024-12-31T23:00:00Z",
        "Wed, 3 Apr 2024 10:00:00 GMT | 2024-04-03T10:00:00Z",
        "Wed, 03 Apr 2024 10:00 EST | 2024-04-03T14:00:00Z",
        "3 Apr 2024 10:00:00 +0200 | 2024-04-03T08:00:00Z",
        "03/04/2024 | -",
        "today | -"
      })
  void readsTimesAsTheyAreFound(String text, Instant time) {
    assertThat(ToldTime.latest(text, ZONE)).isEqualTo(time);
  }

  private static Feed read(String text) {
    return Feed.read(text.getBytes(StandardCharsets.UTF_8), "https://site.example/rss", ZONE);
  }

  private static Told told(String address, String modified) {
    Link link = Link.of(address);
    return new Told(link, modified == null ? null : Instant.parse(modified));
  }
}
