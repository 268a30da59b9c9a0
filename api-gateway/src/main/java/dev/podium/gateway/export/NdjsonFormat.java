package dev.podium.gateway.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.gateway.exchange.ExchangeItem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.BiFunction;

/** An exchange on each line, as JSON, and the manifest on the last. */
final class NdjsonFormat implements ExportFormat {

  private final ObjectMapper json;
  private final Tally out;

  NdjsonFormat(ObjectMapper json, OutputStream out) {
    this.json = json;
    this.out = new Tally(out);
  }

  @Override
  public void begin() {}

  @Override
  public void write(ExchangeItem row) throws IOException {
    line(row);
  }

  @Override
  public void end(BiFunction<Long, String, Manifest> manifest) throws IOException {
    line(Map.of("manifest", manifest.apply(out.bytes(), out.hash())));
    out.flush();
  }

  private void line(Object value) throws IOException {
    out.write(json.writeValueAsBytes(value));
    out.write('\n');
  }
}
