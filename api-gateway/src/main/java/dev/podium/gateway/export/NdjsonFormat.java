package dev.podium.gateway.export;

import com.fasterxml.jackson.databind.ObjectMapper;
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
  public void write(ExportRow row) throws IOException {
    if (row.isAsStored()) {
      stored(row);
    } else {
      line(row.view());
    }
  }

  @Override
  public void end(BiFunction<Long, String, Manifest> manifest) throws IOException {
    line(Map.of("manifest", manifest.apply(out.bytes(), out.hash())));
    out.flush();
  }

  /** The index holds an exchange in the very bytes in which callers get it. */
  private void stored(ExportRow row) throws IOException {
    byte[] around = json.writeValueAsBytes(row.around());
    out.write('{');
    row.stored().exchange().writeMembers(out);
    around[0] = ',';
    out.write(around);
    out.write('\n');
  }

  private void line(Object value) throws IOException {
    out.write(json.writeValueAsBytes(value));
    out.write('\n');
  }
}
