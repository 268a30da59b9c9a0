package dev.podium.ingest.archive;

import dev.podium.contracts.identity.CanonicalUrl;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;

/** Revisions as records of a WARC file (ISO 28500, version 1.1, which keeps milliseconds). */
final class WarcRecords {

  // Of the transfer, which the stored body has left behind; named as Common Crawl names them.
  private static final Set<String> OF_THE_TRANSFER =
      Set.of("content-encoding", "transfer-encoding", "content-length");
  private static final String SET_ASIDE = "X-Crawler-";
  private static final int OK = 200;
  private static final int GONE = 410;

  /** Of a file with many revisions. */
  static Warcinfo info(Instant now) {
    return info().date(now).build();
  }

  /** Of a file with one revision, which is the same whenever it is written. */
  static Warcinfo info(RevisionRow row) {
    return info().date(row.fetchedAt).recordId(id(row, "warcinfo")).build();
  }

  private static Warcinfo.Builder info() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("software", List.of("Podium"));
    fields.put("format", List.of("WARC File Format 1.1"));
    fields.put("conformsTo", List.of("https://iipc.github.io/warc-specifications/"));
    return new Warcinfo.Builder().version(MessageVersion.WARC_1_1).fields(fields);
  }

  /** The response, its body as it is stored: without any encoding of the transfer. */
  static WarcResponse response(PageRow page, RevisionRow row, byte[] body) throws IOException {
    byte[] head = head(row, body.length).getBytes(StandardCharsets.ISO_8859_1);
    WarcResponse.Builder record =
        new WarcResponse.Builder(target(page, row))
            .version(MessageVersion.WARC_1_1)
            .recordId(id(row, "response"))
            .date(row.fetchedAt)
            .body(
                MediaType.HTTP_RESPONSE,
                Channels.newChannel(
                    new SequenceInputStream(
                        new ByteArrayInputStream(head), new ByteArrayInputStream(body))),
                (long) head.length + body.length);
    return row.sha256 == null
        ? record.build()
        : record.payloadDigest(new WarcDigest("sha256", row.sha256)).build();
  }

  /** What the archive knows beside the response. */
  static WarcMetadata metadata(PageRow page, RevisionRow row, boolean withBody) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    put(fields, "page", page.id);
    put(fields, "revision", Integer.toString(row.number));
    put(fields, "source", page.source);
    put(fields, "url", page.url);
    put(fields, "finalUrl", row.finalUrl);
    put(fields, "origin", row.origin);
    put(fields, "state", row.state);
    put(fields, "seenAt", row.seenAt.toString());
    put(fields, "published", Boolean.toString(row.published));
    put(fields, "robots", row.robots);
    put(fields, "charset", row.parsedCharset == null ? row.charset : row.parsedCharset);
    put(fields, "sha256", row.sha256);
    put(fields, "body", withBody ? null : missing(page));
    WarcMetadata.Builder record =
        new WarcMetadata.Builder()
            .version(MessageVersion.WARC_1_1)
            .recordId(id(row, "metadata"))
            .date(row.fetchedAt)
            .targetURI(target(page, row))
            .fields(fields);
    return withBody ? record.concurrentTo(uri(id(row, "response"))).build() : record.build();
  }

  private static String missing(PageRow page) {
    if (page.erasure != null) {
      return "erased on demand: " + page.erasure;
    }
    return page.seal == null ? "dropped by retention" : "sealed by the erasure " + page.seal;
  }

  private static void put(Map<String, List<String>> fields, String name, String value) {
    if (value != null) {
      fields.put(name, List.of(value));
    }
  }

  private static String head(RevisionRow row, int length) {
    int status = row.httpStatus == null ? (row.present() ? OK : GONE) : row.httpStatus;
    Response.Status known = Response.Status.fromStatusCode(status);
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(' ');
    head.append(known == null ? "" : known.getReasonPhrase()).append("\r\n");
    for (Header header : headers(row)) {
      boolean aside = OF_THE_TRANSFER.contains(header.name().toLowerCase(Locale.ROOT));
      line(head, aside ? SET_ASIDE + header.name() : header.name(), header.value());
    }
    line(head, "Content-Length", Integer.toString(length));
    return head.append("\r\n").toString();
  }

  /** As received; of a page that was sent, what is known of it. */
  private static List<Header> headers(RevisionRow row) {
    return row.headers == null && row.contentType != null
        ? List.of(new Header("Content-Type", row.contentType))
        : Header.read(row.headers);
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  /** The address as it was asked for; the page's own where a redirect led elsewhere. */
  private static String target(PageRow page, RevisionRow row) {
    try {
      return CanonicalUrl.of(row.finalUrl).equals(page.url)
          ? new URI(row.finalUrl).toString()
          : page.url;
    } catch (IllegalArgumentException | URISyntaxException e) {
      return page.url;
    }
  }

  /** The same in every export, so that a reader sees a record twice and not two records. */
  private static UUID id(RevisionRow row, String type) {
    String name = row.page + '/' + row.number + '/' + type;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static URI uri(UUID id) {
    return URI.create("urn:uuid:" + id);
  }

  private WarcRecords() {}
}
