package dev.podium.parse.hostile;

import dev.podium.contracts.identity.PageIds;
import dev.podium.parse.briefing.Hashes;
import dev.podium.parse.briefing.PageFacts;
import java.time.Instant;

/** The facts of a page that nobody means well with. */
final class HostileFacts {

  static PageFacts of(byte[] body, String dialect, String contentType) {
    return of(body, dialect, contentType, null, "en");
  }

  static PageFacts of(
      byte[] body, String dialect, String contentType, String charset, String language) {
    String url = "https://hostile.example/2026/03/02/page.html";
    return new PageFacts(
        url,
        PageIds.of(url),
        dialect,
        "mfa-cn",
        "regular",
        language,
        dialect,
        "Asia/Shanghai",
        1,
        Instant.EPOCH,
        url,
        contentType,
        charset,
        Hashes.sha256(body));
  }

  private HostileFacts() {}
}
