package dev.podium.bench.pages;

import dev.podium.parse.briefing.PageFacts;
import dev.podium.truth.TruePage;

/** A page as parse-service gets it: its bytes, and what is known of it beside them. */
public final class BenchPage {

  private final byte[] body;
  private final PageFacts facts;

  private BenchPage(byte[] body, PageFacts facts) {
    this.body = body;
    this.facts = facts;
  }

  static BenchPage of(TruePage page, PageReader reader) {
    byte[] body = page.body();
    return new BenchPage(body, reader.facts(page, body));
  }

  /** The bytes themselves and no copy: nobody changes them. */
  public byte[] body() {
    return body;
  }

  public PageFacts facts() {
    return facts;
  }
}
