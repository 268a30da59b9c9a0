package dev.podium.gateway.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import dev.podium.contracts.briefing.Briefing;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An exchange of a list or an export. In JSON it is the very bytes in which the index holds it,
 * with what proves it behind them; it becomes objects only where somebody asks for them.
 */
@Schema(implementation = ExchangeView.class)
public final class ExchangeItem extends JsonSerializable.Base {

  private final FoundExchange found;
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
  ExchangeItem(
      FoundExchange found, BriefingSummary briefing, Briefing.Revision revision, String permalink) {
    this(found, briefing, revision, permalink, null);
  }

  private ExchangeItem(
      FoundExchange found,
      BriefingSummary briefing,
      Briefing.Revision revision,
      String permalink,
      ExchangeView told) {
    this.found = found;
    this.briefing = briefing;
    this.revision = revision;
    this.permalink = permalink;
    this.told = told;
  }

  /** The same, told in other offsets. */
  ExchangeItem told(ExchangeView inUtf16) {
    return new ExchangeItem(found, briefing, revision, permalink, inUtf16);
  }

  /** As the index holds it. */
  public ExchangeDocument document() {
    if (document == null) {
      document = found.stored().document().read(ExchangeDocument.class);
    }
    return document;
  }

  /** As callers get it. */
  public ExchangeView view() {
    if (told != null) {
      return told;
    }
    if (view == null) {
      view = ExchangeView.of(document(), found.highlights()).proved(permalink, revision);
    }
    return view;
  }

  /** As callers get it, but for the exchange itself. */
  private ExchangeView around() {
    StoredExchange stored = found.stored();
    ExchangeDocument around =
        new ExchangeDocument(
            stored.version(), stored.status(), stored.replacedBy(), briefing, null, null, null);
    return ExchangeView.of(around, found.highlights()).proved(permalink, revision);
  }

  @Override
  public void serialize(JsonGenerator out, SerializerProvider json) throws IOException {
    if (told != null) {
      json.defaultSerializeValue(told, out);
      return;
    }
    out.writeStartObject();
    out.writeRaw(found.stored().exchange().members());
    // The generator does not see what is raw, and takes the next member for the first.
    out.writeRaw(',');
    json.findValueSerializer(ExchangeView.class)
        .unwrappingSerializer(NameTransformer.NOP)
        .serialize(around(), out, json);
    out.writeEndObject();
  }

  @Override
  public void serializeWithType(JsonGenerator out, SerializerProvider json, TypeSerializer type)
      throws IOException {
    serialize(out, json);
  }
}
