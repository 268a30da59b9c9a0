package dev.podium.gateway.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.BiFunction;

/** An exchange on each line, as JSON, and the manifest on the last. */
final class NdjsonFormat implements ExportFormat {

  private final ObjectWriter json;
  private final Tally out;

  NdjsonFormat(ObjectMapper json, OutputStream out) {
    this.json =
        json.writer()
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
    this.out = new Tally(out);
  }

  @Override
  public void begin() {}

  @Override
  public void write(ExportRow row) throws IOException {
    line(row.view());
  }

  @Override
  public void end(BiFunction<Long, String, Manifest> manifest) throws IOException {
    line(Map.of("manifest", manifest.apply(out.bytes(), out.hash())));
    out.flush();
  }

  private void line(Object value) throws IOException {
    json.writeValue(out, value);
    out.write('\n');
  }
}
