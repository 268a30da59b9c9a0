package dev.podium.gateway.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.podium.gateway.exchange.ExchangeItem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A table as RFC 4180 has it, in UTF-8, with a header line. */
final class CsvFormat implements ExportFormat {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Tally tally;
  private final Writer text;
  private final CsvWriter table;
  private final Options options;
  private final Consumer<Manifest> whole;

  /**
   * How the table is written.
   *
   * @param bom whether a byte order mark comes first
   * @param formulas whether formulas are left as they are
   */
  record Options(boolean bom, boolean formulas) {}

  /**
   * A table.
   *
   * @param whole gets the manifest when all is written
   */
  CsvFormat(Options options, OutputStream out, Consumer<Manifest> whole) {
    this.options = options;
    this.whole = whole;
    tally = new Tally(out);
    text = new OutputStreamWriter(tally, StandardCharsets.UTF_8);
    table = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
  }

  @Override
  public void begin() throws IOException {
    if (options.bom()) {
      text.write(BYTE_ORDER_MARK);
    }
    table.writeRecord(CsvColumn.ALL.stream().map(CsvColumn::title).toList());
  }

  @Override
  public void write(ExchangeItem row) {
    UnaryOperator<String> safe = options.formulas() ? UnaryOperator.identity() : Formulas::quoted;
    table.writeRecord(CsvColumn.ALL.stream().map(column -> safe.apply(column.cell(row))).toList());
  }

  @Override
  public void end(BiFunction<Long, String, Manifest> manifest) throws IOException {
    table.flush();
    text.flush();
    whole.accept(manifest.apply(tally.bytes(), tally.hash()));
  }
}
