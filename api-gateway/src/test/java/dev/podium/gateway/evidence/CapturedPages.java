package dev.podium.gateway.evidence;

import dev.podium.contracts.event.EventJson;
import dev.podium.gateway.corpus.Corpus;
import dev.podium.gateway.corpus.Corpus.Captured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** The archive of the corpus's pages as ingest-service answers it; some pages are in trouble. */
public final class CapturedPages {

  static final String NOT_THERE = Corpus.url(16, "ru");
  static final String SILENT = Corpus.url(17, "ru");
  static final String OTHER = Corpus.url(18, "ru");
  static final String BREAKING = Corpus.url(19, "ru");
  static final String DROPPED = Corpus.url(15, "ru");
  static final String FAILING = Corpus.url(14, "ru");

  private static final Pattern PATH =
      Pattern.compile("/v1/pages/([a-z2-7]{16})/revisions/(\\d+)(/text|/warc)?");

  private final Map<String, Captured> revisions = new HashMap<>();

  public CapturedPages() {
    Corpus.captured().forEach(one -> revisions.put(one.page() + '/' + one.number(), one));
  }

  /**
   * Answers a request for a revision.
   *
   * @param stopped of the tests; who is silent waits for it
   * @return whether it was one
   */
  public boolean answer(String path, OutputStream out, CountDownLatch stopped) throws IOException {
    Matcher request = PATH.matcher(path);
    if (!request.matches()) {
      return false;
    }
    Captured one = revisions.get(request.group(1) + '/' + request.group(2));
    String part = request.group(3) == null ? "" : request.group(3);
    if (one == null || one.url().equals(NOT_THERE)) {
      problem(out, 404, "unknown-revision", "there is no revision " + request.group(2));
    } else if (one.url().equals(FAILING)) {
      problem(out, 500, "internal-error", "the service failed");
    } else if (part.isEmpty()) {
      facts(out, one);
    } else if (part.equals("/text")) {
      text(out, one, stopped);
    } else {
      send(out, 200, "application/gzip", warc(one), one.url().equals(BREAKING) ? 1000 : 0);
    }
    return true;
  }

  private static void facts(OutputStream out, Captured one) throws IOException {
    String sha256 = one.url().equals(OTHER) ? "f".repeat(64) : one.sha256();
    send(
        out,
        200,
        "application/json",
        EventJson.write(Map.of("number", one.number(), "state", "present", "sha256", sha256)),
        0);
  }

  private static void text(OutputStream out, Captured one, CountDownLatch stopped)
      throws IOException {
    if (one.url().equals(DROPPED)) {
      problem(out, 410, "body-dropped", "revision 4: its body was dropped");
    } else if (one.url().equals(SILENT)) {
      send(out, 200, "text/plain;charset=UTF-8", one.body(), 1000);
      try {
        stopped.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    } else {
      send(out, 200, "text/plain;charset=UTF-8", one.body(), 0);
    }
  }

  private static void problem(OutputStream out, int status, String code, String detail)
      throws IOException {
    Map<String, Object> problem =
        Map.of(
            "type",
            "about:blank",
            "status",
            status,
            "title",
            "Wrong",
            "code",
            code,
            "detail",
            detail);
    send(out, status, "application/problem+json", EventJson.write(problem), 0);
  }

  /** The more of the length is missing, the more is lost on the way. */
  private static void send(OutputStream out, int status, String type, byte[] body, int missing)
      throws IOException {
    String head =
        "HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(status, type, body.length + missing);
    out.write(head.getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
  }

  private static byte[] warc(Captured one) throws IOException {
    String answer =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\nContent-Length: %d\r\n\r\n"
            .formatted(one.body().length);
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(answer.getBytes(StandardCharsets.UTF_8));
    block.write(one.body());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] record :
        List.of(
            record("warcinfo", one, "", "software: test\r\n".getBytes(StandardCharsets.UTF_8)),
            record(
                "response",
                one,
                "WARC-Payload-Digest: sha256:" + one.sha256() + "\r\n",
                block.toByteArray()))) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
        gzip.write(record);
      }
    }
    return file.toByteArray();
  }

  private static byte[] record(String type, Captured one, String more, byte[] block)
      throws IOException {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    String head =
        "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: %s\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(type, one.url(), one.fetchedAt(), more, block.length);
    record.write(head.getBytes(StandardCharsets.UTF_8));
    record.write(block);
    record.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return record.toByteArray();
  }

  /** The capture of an address that is the latest. */
  static Optional<Captured> latest(String url) {
    return Corpus.captured().stream()
        .filter(one -> one.url().equals(url))
        .max(java.util.Comparator.comparingInt(Captured::number));
  }
}
