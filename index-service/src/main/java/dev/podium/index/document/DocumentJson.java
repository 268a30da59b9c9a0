package dev.podium.index.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.podium.contracts.briefing.BriefingJson;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;

/**
 * Writes documents and changes byte for byte as {@link EventJson#write} does. One exchange stands
 * in four of them, and is turned into JSON once. To be kept no longer than what it writes, since it
 * remembers all; not safe for concurrent use.
 */
public final class DocumentJson {

  private static final ObjectWriter WRITER =
      EventJson.MAPPER
          .rebuild()
          .addModule(new SimpleModule().addSerializer(new ExchangeSerializer()))
          .build()
          .writer();

  private final IdentityHashMap<Exchange, JsonPiece> exchanges = new IdentityHashMap<>();
  private final ObjectWriter writer = WRITER.withAttribute(DocumentJson.class, this);

  /**
   * The JSON of a document or a change.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public byte[] write(Object value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How long the JSON of an exchange is, in bytes. */
  public int length(Exchange exchange) {
    return exchange(exchange).asUnquotedUTF8().length;
  }

  private JsonPiece exchange(Exchange exchange) {
    return exchanges.computeIfAbsent(exchange, e -> new JsonPiece(BriefingJson.write(e)));
  }

  private static final class ExchangeSerializer extends StdSerializer<Exchange> {

    private static final long serialVersionUID = 1;

    ExchangeSerializer() {
      super(Exchange.class);
    }

    @Override
    public void serialize(Exchange exchange, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      DocumentJson json = (DocumentJson) provider.getAttribute(DocumentJson.class);
      out.writeRawValue(json.exchange(exchange));
    }
  }
}
