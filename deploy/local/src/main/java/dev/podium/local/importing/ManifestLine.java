package dev.podium.local.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads one line of a manifest and checks all that can be checked before it is sent. */
final class ManifestLine {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Pattern HEADER_VALUE =
      Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

  private final Path folder;

  /**
   * For the lines of one manifest.
   *
   * @param folder of the manifest, resolved; files outside it are refused
   */
  ManifestLine(Path folder) {
    this.folder = folder;
  }

  ManifestEntry read(int number, String text) {
    try {
      JsonNode json = JSON.readTree(text);
      if (!json.isObject()) {
        throw new BadLineException("is not a JSON object");
      }
      return new ManifestEntry.Page(
          number,
          url(required(json, "url")),
          file(required(json, "file")),
          contentType(required(json, "contentType")),
          required(json, "source"),
          fetchedAt(json));
    } catch (JsonProcessingException e) {
      return new ManifestEntry.Unreadable(number, "bad JSON: " + e.getOriginalMessage());
    } catch (BadLineException e) {
      return new ManifestEntry.Unreadable(number, e.getMessage());
    }
  }

  private static final class BadLineException extends Exception {

    BadLineException(String reason) {
      super(reason);
    }
  }

  private static String required(JsonNode json, String field) throws BadLineException {
    JsonNode value = json.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw new BadLineException("field \"" + field + "\" is missing or not a text");
    }
    return value.textValue();
  }

  private static URI url(String text) throws BadLineException {
    try {
      URI url = new URI(text);
      if (url.getHost() == null
          || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
        throw new BadLineException("url \"" + text + "\" is not an absolute http(s) address");
      }
      return URI.create(url.toASCIIString());
    } catch (URISyntaxException e) {
      throw new BadLineException("url \"" + text + "\" is not an address: " + e.getReason());
    }
  }

  private Path file(String name) throws BadLineException {
    try {
      Path file = folder.resolve(name).normalize();
      if (!file.startsWith(folder)) {
        throw new BadLineException("file \"" + name + "\" is outside " + folder);
      }
      if (!Files.isRegularFile(file)) {
        throw new BadLineException("file \"" + name + "\" is not there");
      }
      if (!file.toRealPath().startsWith(folder)) {
        throw new BadLineException("file \"" + name + "\" leads outside " + folder);
      }
      return file;
    } catch (InvalidPathException | IOException e) {
      throw new BadLineException("file \"" + name + "\" cannot be read: " + e.getMessage());
    }
  }

  private static String contentType(String text) throws BadLineException {
    if (!HEADER_VALUE.matcher(text).matches()) {
      throw new BadLineException("contentType \"" + text + "\" cannot be a header");
    }
    return text;
  }

  private static Instant fetchedAt(JsonNode json) throws BadLineException {
    if (json.path("fetchedAt").isMissingNode() || json.path("fetchedAt").isNull()) {
      return null;
    }
    String text = json.path("fetchedAt").asText();
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadLineException(
          "fetchedAt \"" + text + "\" is not a time such as 2024-04-02T08:00:00Z");
    }
  }
}
