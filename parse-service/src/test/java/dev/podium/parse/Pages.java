package dev.podium.parse;

import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.page.PageEvent;
import dev.podium.parse.briefing.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Small pages, and the facts that go with them. */
public final class Pages {

  public static final Instant FETCHED = Instant.parse("2026-03-02T09:00:00.123Z");

  /** A French conference with a statement and this many questions. */
  public static byte[] french(int questions) {
    StringBuilder page =
        new StringBuilder(
            """
            <html lang="fr"><head><meta charset="utf-8"><title>Conférence</title></head><body>
            <nav><a href="/">Accueil</a></nav>
            <h1>Conférence de presse du 2 mars 2026 tenue par la porte-parole Mao Ning</h1>
            <div class="time">2026-03-03 10:15</div>
            <div id="News_Body_Txt_A"><p>La ministre se rendra demain à Lyon.</p>
            """);
    for (int i = 1; i <= questions; i++) {
      page.append("<p><b>Q\u00a0:\u00a0La question numéro ")
          .append(i)
          .append(" est posée ?</b></p>");
      page.append("<p>R : Voici la réponse numéro ")
          .append(i)
          .append(".</p>\n<p>Elle va loin.</p>");
    }
    return page.append("</div><footer>Contact</footer></body></html>")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  public static PageEvent event(String url, PageEvent.State state, Instant fetchedAt, byte[] body) {
    return new PageEvent(
        "mfa-cn-fr",
        "mfa-cn",
        "regular",
        "fr",
        "mfa-cn-fr",
        "Asia/Shanghai",
        PageIds.of(url),
        1,
        state,
        fetchedAt,
        url,
        body == null ? null : 200,
        null,
        null,
        body == null ? null : "text/html; charset=utf-8",
        body == null ? null : "utf-8",
        body == null ? null : Hashes.sha256(body),
        List.of());
  }

  private Pages() {}
}
