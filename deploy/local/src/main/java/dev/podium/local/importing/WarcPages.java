package dev.podium.local.importing;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.topic.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;

/** Reads the pages of a source, or of all, from the records of a WARC file. */
final class WarcPages {

  private static final Pattern HTML =
      Pattern.compile(
          "\\s*(text/html|application/xhtml\\+xml)\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
  private static final int OK = 200;
  private static final Set<Integer> GONE = Set.of(404, 410);

  // Room for what the transfer adds: the head, and the sizes of chunks.
  private static final int BLOCK_BYTES = Limits.BODY_BYTES + 1024 * 1024;

  private final SourceRules rules;
  private final String source;

  /**
   * For a source.
   *
   * @param source whose pages all are; null where the rules decide
   */
  WarcPages(SourceRules rules, String source) {
    this.rules = rules;
    this.source = source;
  }

  /**
   * What a record is.
   *
   * @throws IOException if it is damaged
   */
  WarcPage read(WarcRecord record) throws IOException {
    if (!(record instanceof WarcResponse response)) {
      return new WarcPage.Skipped(record.type() + " records");
    }
    if (!response.contentType().base().equals(MediaType.HTTP)) {
      return new WarcPage.Skipped("not HTTP");
    }
    String target = bare(response.target());
    List<String> sources = source == null ? sources(target) : List.of(source);
    return switch (sources.size()) {
      case 0 -> new WarcPage.Skipped("of no source");
      case 1 -> page(response, target, sources.getFirst());
      default ->
          new WarcPage.Lost(
              target + " is of several sources (" + String.join(", ", sources) + "): name one");
    };
  }

  private List<String> sources(String target) {
    try {
      return rules.of(target);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static WarcPage page(WarcResponse record, String target, String source)
      throws IOException {
    if (record.body().size() > BLOCK_BYTES) {
      return new WarcPage.Lost(target + " has more than " + Limits.BODY_BYTES + " bytes");
    }
    byte[] block = record.body().stream().readNBytes(BLOCK_BYTES);
    check(record.blockDigest(), block);
    HttpBlock http = HttpBlock.of(block);
    if (GONE.contains(http.status())) {
      return gone(record, target, source, http.status());
    }
    if (http.status() != OK) {
      return new WarcPage.Skipped("of another status");
    }
    String type = http.header("Content-Type");
    if (type == null || !HTML.matcher(type).matches()) {
      return new WarcPage.Skipped("not HTML");
    }
    if (record.truncated() != WarcTruncationReason.NOT_TRUNCATED
        || record.segmentNumber().isPresent()) {
      return new WarcPage.Lost(target + " is not whole: " + cut(record));
    }
    return page(record, target, source, http);
  }

  private static WarcPage page(WarcResponse record, String target, String source, HttpBlock http) {
    try {
      byte[] body = http.body(Limits.BODY_BYTES + 1);
      if (body.length == 0 || body.length > Limits.BODY_BYTES) {
        return new WarcPage.Lost(
            target
                + (body.length == 0
                    ? " has an empty body"
                    : " has more than " + Limits.BODY_BYTES + " bytes"));
      }
      return new WarcPage.Page(
          address(target), source, http.header("Content-Type").strip(), record.date(), body);
    } catch (IOException e) {
      // Of the body alone: the records after it can be read.
      return new WarcPage.Lost(target + " cannot be decoded: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return new WarcPage.Lost(e.getMessage());
    }
  }

  private static WarcPage gone(WarcResponse record, String target, String source, int status) {
    try {
      return new WarcPage.Gone(address(target), source, status, record.date());
    } catch (IllegalArgumentException e) {
      return new WarcPage.Lost(e.getMessage());
    }
  }

  private static String cut(WarcResponse record) {
    return record.segmentNumber().isPresent()
        ? "it is one of several segments"
        : "it was truncated (" + record.truncated().name().toLowerCase(Locale.ROOT) + ')';
  }

  private static void check(Optional<WarcDigest> promised, byte[] block) throws IOException {
    if (promised.isEmpty()) {
      return;
    }
    try {
      MessageDigest digest = promised.get().getDigester();
      if (!Arrays.equals(digest.digest(block), promised.get().bytes())) {
        throw new IOException("its bytes do not have the digest that it names");
      }
    } catch (NoSuchAlgorithmException e) {
      // Then nobody can tell.
    }
  }

  /** Some writers put it in angle brackets. */
  private static String bare(String target) {
    return target.startsWith("<") && target.endsWith(">")
        ? target.substring(1, target.length() - 1)
        : target;
  }

  /** As it was asked for, where that can be a header. */
  private static String address(String target) {
    try {
      return new URI(target).toASCIIString();
    } catch (URISyntaxException e) {
      return CanonicalUrl.of(target);
    }
  }
}
