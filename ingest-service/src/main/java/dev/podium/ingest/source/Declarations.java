package dev.podium.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podium.kit.problem.BodyLimit;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import dev.podium.kit.wording.Counted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads declarations of sources that are sent: the source files' YAML, or the same in JSON. */
@ApplicationScoped
public class Declarations {

  /** How long a declaration may be, in bytes. */
  static final int MAX_BYTES = 256 * 1024;

  private static final int MAX_ERRORS = 100;
  private static final int MAX_DETAIL = 500;
  private static final Set<String> JSON_TYPES = Set.of("application/json");
  private static final Set<String> YAML_TYPES =
      Set.of("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml");

  // JSON is YAML, once it holds nothing but ASCII.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private final GuardedAddresses addresses;

  Declarations(SourceGuard guard) {
    this.addresses = new GuardedAddresses(guard);
  }

  /**
   * A declaration that may be taken.
   *
   * @param text as it is kept
   */
  public record Declaration(Source source, String text) {

    /** The same, if it is of that id. */
    Declaration of(String id) {
      if (!source.id().equals(id)) {
        refuse(
            "invalid-source",
            List.of(
                new Problem.Violation(
                    "id", '"' + source.id() + "\" is not the id of the address, " + id)));
      }
      return this;
    }
  }

  /**
   * Reads a declaration.
   *
   * @throws ProblemException if it is none, or would fetch what must not be fetched; it names all
   *     that is wrong
   */
  public Declaration read(MediaType type, InputStream body) throws IOException {
    String name = type == null ? "" : type.getType() + '/' + type.getSubtype();
    boolean json = JSON_TYPES.contains(name);
    if (!json && !YAML_TYPES.contains(name)) {
      throw unsupported(type);
    }
    String sent = utf8(BodyLimit.read(body, MAX_BYTES));
    String text = json ? yaml(sent) : sent;
    Source source = source(text, json);
    refuse("forbidden-target", addresses.objections(source));
    return new Declaration(source, text);
  }

  private static Source source(String text, boolean json) {
    SourceProblems problems = new SourceProblems();
    Source source = new SourceReader(problems).read("body", new StringReader(text), false);
    List<Problem.Violation> errors = new ArrayList<>();
    for (SourceProblems.Mistake mistake : problems.mistakes()) {
      String line = json || mistake.line() == 0 ? "" : "line " + mistake.line() + ": ";
      String key = mistake.key().isEmpty() ? "body" : mistake.key();
      errors.add(new Problem.Violation(shortened(key), shortened(line + mistake.what())));
    }
    refuse("invalid-source", errors);
    return source;
  }

  private static void refuse(String code, List<Problem.Violation> errors) {
    if (!errors.isEmpty()) {
      throw new ProblemException(
          Problem.of(
              400,
              code,
              "the source cannot be taken: " + Counted.of(errors.size(), "mistake"),
              errors.subList(0, Math.min(errors.size(), MAX_ERRORS))));
    }
  }

  private static String yaml(String json) {
    try {
      return JSON.writeValueAsString(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      throw ProblemException.badRequest(
          "invalid-json", shortened(where + "not JSON: " + e.getOriginalMessage()));
    }
  }

  private static String utf8(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw ProblemException.badRequest("invalid-encoding", "the body is not UTF-8");
    }
  }

  private static ProblemException unsupported(MediaType type) {
    return new ProblemException(
        Problem.of(
            415,
            "unsupported-media-type",
            "the Content-Type is "
                + (type == null ? "missing" : type)
                + "; a source is application/json or application/yaml"));
  }

  private static String shortened(String text) {
    return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL) + "...";
  }
}
