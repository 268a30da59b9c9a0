package dev.podium.gateway.briefing;

import dev.podium.gateway.http.Alternates;
import java.util.LinkedHashMap;
import java.util.Map;

/** The forms in which a briefing is served beside JSON: media type to ending of the address. */
public final class BriefingForms {

  /** To read. */
  public static final String HTML = "text/html";

  /** To read and to write on (RFC 7763). */
  public static final String MARKDOWN = "text/markdown";

  /** As OASIS' standard for parliamentary and legal documents has it. */
  public static final String AKOMA_NTOSO = "application/akn+xml";

  private static final Map<String, String> ENDINGS = endings();

  private static Map<String, String> endings() {
    Map<String, String> endings = new LinkedHashMap<>();
    endings.put(HTML, ".html");
    endings.put(MARKDOWN, ".md");
    endings.put(AKOMA_NTOSO, ".akn");
    return endings;
  }

  /**
   * The addresses of a briefing's forms.
   *
   * @param briefing the address of the briefing itself
   */
  public static Alternates of(String briefing) {
    Map<String, String> forms = new LinkedHashMap<>();
    ENDINGS.forEach((type, ending) -> forms.put(type, briefing + ending));
    return new Alternates(forms);
  }

  private BriefingForms() {}
}
