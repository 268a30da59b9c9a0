package dev.podium.gateway.export;

import dev.podium.gateway.exchange.ExchangeItem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BiFunction;

/** Writes exchanges to a file of some kind. */
interface ExportFormat {

  /** What comes before the first exchange. */
  void begin() throws IOException;

  /** An exchange. */
  void write(ExchangeItem row) throws IOException;

  /**
   * What comes after the last one.
   *
   * @param manifest makes the manifest of the bytes' count and hash
   */
  void end(BiFunction<Long, String, Manifest> manifest) throws IOException;

  /** Makes one that writes to a stream, which the others close. */
  @FunctionalInterface
  interface Maker {
    ExportFormat to(OutputStream out);
  }
}
