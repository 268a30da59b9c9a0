package dev.podium.gateway.export;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.gateway.exchange.BriefingSummary;
import dev.podium.gateway.exchange.ExchangeDocument;
import dev.podium.gateway.exchange.ExchangeView;

/** An exchange to export. It becomes objects only where somebody asks for them. */
final class ExportRow {

  private final StoredExchange stored;
  private final BriefingSummary briefing;
  private final Briefing.Revision revision;
  private final String permalink;
  private final ExchangeView told;
  private ExchangeDocument document;
  private ExchangeView view;

  /**
   * An exchange with what proves it.
   *
   * @param briefing that it belongs to
   * @param revision of the page; null where the history does not have it
   */
  ExportRow(
      StoredExchange stored,
      BriefingSummary briefing,
      Briefing.Revision revision,
      String permalink) {
    this(stored, briefing, revision, permalink, null);
  }

  private ExportRow(
      StoredExchange stored,
      BriefingSummary briefing,
      Briefing.Revision revision,
      String permalink,
      ExchangeView told) {
    this.stored = stored;
    this.briefing = briefing;
    this.revision = revision;
    this.permalink = permalink;
    this.told = told;
  }

  /** The same, told in other offsets. */
  ExportRow told(ExchangeView inUtf16) {
    return new ExportRow(stored, briefing, revision, permalink, inUtf16);
  }

  StoredExchange stored() {
    return stored;
  }

  /** Whether the exchange is told as the index holds it. */
  boolean isAsStored() {
    return told == null;
  }

  /** As the index holds it. */
  ExchangeDocument document() {
    if (document == null) {
      document = stored.document().read(ExchangeDocument.class);
    }
    return document;
  }

  /** As callers get it. */
  ExchangeView view() {
    if (told != null) {
      return told;
    }
    if (view == null) {
      view = ExchangeView.of(document(), null).proved(permalink, revision);
    }
    return view;
  }

  /** As callers get it, but for the exchange itself. */
  ExchangeView around() {
    ExchangeDocument around =
        new ExchangeDocument(
            stored.version(), stored.status(), stored.replacedBy(), briefing, null, null, null);
    return ExchangeView.of(around, null).proved(permalink, revision);
  }
}
