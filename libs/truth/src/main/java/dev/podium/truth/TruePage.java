package dev.podium.truth;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.page.PageEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of a set.
 *
 * @param set name of the set
 * @param file names the page within the set
 * @param path where its bytes are
 * @param url canonical; made up where nobody tells
 */
public record TruePage(
    String set,
    String file,
    Path path,
    String url,
    Origin origin,
    String contentType,
    Truth truth) {

  private static final Instant CAPTURED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\\s;\"]+)");

  public TruePage {
    url = CanonicalUrl.of(url);
  }

  /** The page's bytes as fetched. */
  public byte[] body() {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The page as ingest-service would announce it.
   *
   * @param defaults what the source's dialect knows where its source says nothing
   */
  public PageEvent event(byte[] body, Origin defaults) {
    return new PageEvent(
        origin.source(),
        first(origin.organisation(), defaults.organisation(), origin.source()),
        first(origin.series(), defaults.series(), "regular"),
        first(origin.language(), defaults.language(), "und"),
        first(defaults.dialect(), origin.dialect(), null),
        first(origin.timeZone(), defaults.timeZone(), "UTC"),
        PageIds.of(url),
        1,
        PageEvent.State.PRESENT,
        CAPTURED,
        url,
        200,
        null,
        null,
        contentType,
        charset(),
        sha256(body),
        List.of());
  }

  private static String first(String own, String other, String otherwise) {
    return own != null ? own : other != null ? other : otherwise;
  }

  private String charset() {
    Matcher matcher = CHARSET.matcher(contentType);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return set + "/" + file;
  }
}
