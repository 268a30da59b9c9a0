package dev.podium.local.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** The pages of one host: a folder of files and how some of them behave. */
final class SiteHost {

  private static final String NONCE = "{{nonce}}";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String name;
  private final Path folder;
  private final Behaviour behaviour;
  private final Visits visits;

  SiteHost(Path folder, Visits visits) {
    this.name = folder.getFileName().toString();
    this.folder = folder;
    this.behaviour = BehaviourFile.of(folder);
    this.visits = visits;
  }

  /**
   * Answers a request for a path.
   *
   * @param counted whether this visit moves a page with steps on
   */
  SiteAnswer answer(String path, boolean counted) throws IOException {
    Behaviour.Page page = behaviour.page(path);
    if (page.steps().isEmpty()) {
      return file(page, pathFile(path), 200);
    }
    int visit = counted ? visits.next(name, path) : visits.upcoming(name, path);
    Behaviour.Step step = page.at(visit);
    if (step.redirect() != null) {
      return SiteAnswer.html(step.status(), "Moved", "").with("Location", step.redirect());
    }
    return step.file() == null
        ? SiteAnswer.html(step.status(), "Status " + step.status(), "")
        : file(page, folder.resolve(step.file()), step.status());
  }

  /** The file that stands for a path; null when nothing may be served there. */
  private Path pathFile(String path) {
    String relative = path.substring(1) + (path.endsWith("/") ? "index.html" : "");
    Path file = folder.resolve(relative).normalize();
    return file.startsWith(folder) && isPublic(folder.relativize(file)) ? file : null;
  }

  private static boolean isPublic(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith("_") || part.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  private static SiteAnswer file(Behaviour.Page page, Path file, int status) throws IOException {
    if (file == null || !Files.isRegularFile(file)) {
      return SiteAnswer.html(404, "Not found", "<p>There is no such page here.</p>");
    }
    String type =
        page.contentType() == null
            ? ContentTypes.of(file.getFileName().toString())
            : page.contentType();
    byte[] body = Files.readAllBytes(file);
    if (page.nonce()) {
      return new SiteAnswer(status, Map.of("Content-Type", type), withNonce(body));
    }
    SiteAnswer answer =
        new SiteAnswer(status, Map.of("Content-Type", type, "ETag", etag(body)), body);
    // A variant may be older than the file that it takes the place of.
    return page.steps().isEmpty()
        ? answer.with(
            "Last-Modified", HTTP_DATE.format(Files.getLastModifiedTime(file).toInstant()))
        : answer;
  }

  private static byte[] withNonce(byte[] body) {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    // Latin 1 maps every byte to a character and back, whatever the page is written in.
    return new String(body, StandardCharsets.ISO_8859_1)
        .replace(NONCE, HexFormat.of().formatHex(random))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String etag(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
