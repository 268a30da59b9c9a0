package dev.podium.gateway.export;

import dev.podium.gateway.elastic.Snapshot;
import dev.podium.gateway.exchange.ExchangeItem;
import dev.podium.gateway.exchange.StoredExchange;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * An export that has begun: its first page is read, so that what is wrong with a search is said
 * before the first byte. What fails later breaks the connection, since an answer that ends like any
 * other would pass for the whole.
 */
final class Export implements StreamingOutput {

  private static final Logger LOG = Logger.getLogger(Export.class);
  private static final int BUFFER = 64 * 1024;

  private final What what;
  private final Snapshot snapshot;
  private final ExportPages pages;
  private final ExportFormat.Maker format;
  private final Client client;
  private final Function<List<StoredExchange>, List<ExchangeItem>> rows;
  private final Clock clock;
  private final Instant startedAt;
  private long count;

  /**
   * What is exported.
   *
   * @param url of the export
   * @param query the parameters that were given
   */
  record What(String url, Map<String, List<String>> query) {}

  Export(
      What what,
      Snapshot snapshot,
      ExportPages pages,
      ExportFormat.Maker format,
      Client client,
      Function<List<StoredExchange>, List<ExchangeItem>> rows,
      Clock clock) {
    this.what = what;
    this.snapshot = snapshot;
    this.pages = pages;
    this.format = format;
    this.client = client;
    this.rows = rows;
    this.clock = clock;
    startedAt = clock.instant();
  }

  @Override
  public void write(OutputStream out) throws IOException {
    try {
      writeAll(new BufferedOutputStream(client.watched(out), BUFFER));
    } catch (IOException e) {
      LOG.debugf("a client left an export after %d exchanges: %s", count, e.toString());
      client.breakOff();
      throw new BrokenOffException(e);
    } catch (RuntimeException e) {
      LOG.errorf(e, "an export was broken off after %d exchanges: %s", count, what.url());
      client.breakOff();
      throw new BrokenOffException(e);
    } finally {
      end();
    }
  }

  private void writeAll(OutputStream out) throws IOException {
    ExportFormat file = format.to(out);
    file.begin();
    for (List<StoredExchange> page = pages.next(); !page.isEmpty(); page = pages.next()) {
      for (ExchangeItem row : rows.apply(page)) {
        file.write(row);
        count++;
      }
    }
    file.end(this::manifest);
    out.flush();
  }

  private Manifest manifest(long bytes, String sha256) {
    return new Manifest(
        what.url(),
        what.query(),
        count,
        bytes,
        sha256,
        startedAt,
        clock.instant(),
        snapshot.index(),
        snapshot.moments());
  }

  /** Lets go of all that it holds. */
  void end() {
    pages.end();
    snapshot.close();
    client.close();
  }
}
