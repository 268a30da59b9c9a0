package dev.podium.gateway.evidence;

import dev.podium.gateway.archive.PageArchive;
import dev.podium.gateway.http.EntityTags;
import dev.podium.gateway.revision.RevisionView;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/** Puts together what proves an exchange. */
@ApplicationScoped
class EvidenceFiles {

  private static final Logger LOG = Logger.getLogger(EvidenceFiles.class);

  private final PageArchive archive;
  private final EntityTags tags;
  private final VerifyPage verifyPage = new VerifyPage(resource("/evidence/VERIFY.html"));
  private final String verifyProgram = resource("/evidence/verify.py");

  EvidenceFiles(PageArchive archive, EntityTags tags) {
    this.archive = archive;
    this.tags = tags;
  }

  /** The name of an exchange's evidence, without an ending. */
  static String name(RevisionView exchange) {
    return "evidence-" + exchange.exchange().id() + '-' + exchange.version();
  }

  /** Changes with whatever is in the file; the page itself is named in the exchange by its hash. */
  EntityTag tag(RevisionView exchange) {
    String content =
        verifyProgram
            + verifyPage.of(exchange)
            + new String(tags.bytes(exchange), StandardCharsets.UTF_8);
    return EntityTags.weak(content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Makes sure that the archive has the page that the exchange names.
   *
   * @throws ProblemException where it has not, or cannot be asked
   */
  void check(RevisionView exchange) {
    if (exchange.revision() == null || exchange.revision().sha256() == null) {
      throw ProblemException.notFound(
          "no-evidence",
          "of version " + exchange.version() + " only the exchange was kept, not its briefing");
    }
    String known = archive.facts(page(exchange), exchange.revision().number()).sha256();
    if (!exchange.revision().sha256().equals(known)) {
      LOG.errorf(
          "revision %d of page %s has the SHA-256 %s in the archive, and %s in the history",
          exchange.revision().number(), page(exchange), known, exchange.revision().sha256());
      throw new ProblemException(
          Problem.of(
              502,
              "evidence-differs",
              "the archive has another page under that revision; nothing is proved by it"));
    }
  }

  /**
   * The zip of the files. The archive is asked before it is begun, so that what is not there is a
   * problem and no broken file; whoever takes it has to write it, or what was opened stays open.
   */
  StreamingOutput zip(RevisionView exchange) {
    int number = exchange.revision().number();
    InputStream text = archive.text(page(exchange), number);
    try {
      InputStream warc = archive.warc(page(exchange), number);
      return out -> {
        try (text;
            warc) {
          write(exchange, text, warc, out);
        }
      };
    } catch (ProblemException e) {
      close(text);
      throw e;
    }
  }

  private void write(RevisionView exchange, InputStream text, InputStream warc, OutputStream out)
      throws IOException {
    EvidenceZip zip = new EvidenceZip(out, name(exchange), exchange.fetchedAt());
    zip.add("VERIFY.html", verifyPage.of(exchange).getBytes(StandardCharsets.UTF_8));
    zip.add("exchange.json", tags.bytes(exchange));
    zip.add("page.txt", text);
    zip.add("page.warc.gz", warc);
    zip.add("verify.py", verifyProgram.getBytes(StandardCharsets.UTF_8));
    zip.finish();
  }

  private static String page(RevisionView exchange) {
    return exchange.briefing().id();
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = EvidenceFiles.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
