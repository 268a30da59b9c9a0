package dev.podium.gateway.document;

import dev.podium.gateway.briefing.BriefingForms;
import dev.podium.kit.digest.Sha256;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A briefing to read. */
final class HtmlBriefing {

  private static final RawString STYLE = new RawString(style());

  /** What a browser may do with it: show it, with this very style, and nothing else. */
  static final String SECURITY =
      "default-src 'none'; style-src 'sha256-"
          + hash(STYLE.getValue())
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private HtmlBriefing() {}

  @CheckedTemplate(basePath = "")
  static final class Templates {

    static native TemplateInstance briefing(
        BriefingPage page, List<Map.Entry<String, String>> forms, RawString style);

    private Templates() {}
  }

  /** The page as UTF-8. */
  static byte[] write(BriefingPage page) {
    List<Map.Entry<String, String>> forms =
        List.copyOf(BriefingForms.of(page.address()).byType().entrySet());
    return Templates.briefing(page, forms, STYLE).render().getBytes(StandardCharsets.UTF_8);
  }

  private static String style() {
    try (InputStream in =
        HtmlBriefing.class.getClassLoader().getResourceAsStream("templates/briefing.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    return Base64.getEncoder().encodeToString(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
