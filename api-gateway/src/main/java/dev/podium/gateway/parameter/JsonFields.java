package dev.podium.gateway.parameter;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of a request's body, and collects all that is wrong with them. */
public final class JsonFields {

  private static final int SHOWN = 40;
  private static final String NO_OBJECT =
      "the body is no JSON object that has each field once, with nothing behind it";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode body;
  private final List<Problem.Violation> wrong = new ArrayList<>();

  /**
   * The fields of a JSON object (RFC 8259); those that it may not have are wrong.
   *
   * @param known all that it may have
   * @throws ProblemException with 400 and the code {@code bad-json} where it is none, or has a name
   *     twice; line and column, from 1, say where
   */
  public JsonFields(byte[] bytes, List<String> known) {
    this.body = object(bytes);
    for (String field : (Iterable<String>) body::fieldNames) {
      if (!known.contains(field)) {
        wrong(shown(field), "there is no such field, but " + String.join(", ", known));
      }
    }
  }

  private static JsonNode object(byte[] bytes) {
    try {
      JsonNode tree = JSON.readTree(bytes);
      if (tree.isObject()) {
        return tree;
      }
      throw ProblemException.badRequest("bad-json", NO_OBJECT);
    } catch (JsonProcessingException e) {
      throw ProblemException.badRequest("bad-json", NO_OBJECT + place(e.getLocation()));
    } catch (IOException e) {
      throw ProblemException.badRequest("bad-json", NO_OBJECT);
    }
  }

  private static String place(JsonLocation at) {
    return at == null || at.getLineNr() < 1
        ? ""
        : ": line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
  }

  /** Whether the body has the field, be it null. */
  public boolean has(String field) {
    return body.has(field);
  }

  /** A field as it is, for what is no text; a missing node where there is none. */
  public JsonNode get(String field) {
    return body.path(field);
  }

  /**
   * A text without blanks around it; null where there is none, or a wrong one.
   *
   * @param most code points
   * @param isLong whether it may have several lines
   */
  public String text(String field, int most, boolean isLong) {
    JsonNode given = body.path(field);
    if (given.isMissingNode() || given.isNull()) {
      return null;
    }
    String text = given.isTextual() ? given.textValue().strip() : null;
    if (text == null || text.codePointCount(0, text.length()) > most) {
      wrong(field, "is a text of up to " + most + " characters");
      return null;
    }
    if (text.codePoints().anyMatch(c -> isNoText(c, isLong))) {
      wrong(field, "holds control characters or broken ones");
      return null;
    }
    return text.isEmpty() ? null : text;
  }

  /** The same, but there has to be one; empty where there is none, or a wrong one. */
  public String needed(String field, int most, boolean isLong) {
    String text = text(field, most, isLong);
    if (text == null && wrong.stream().noneMatch(one -> one.name().equals(field))) {
      wrong(field, "is needed: a text of up to " + most + " characters");
    }
    return text == null ? "" : text;
  }

  private static boolean isNoText(int codePoint, boolean isLong) {
    boolean isBreak = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    return Character.getType(codePoint) == Character.SURROGATE
        || (Character.isISOControl(codePoint) && !(isLong && isBreak));
  }

  /** What a caller sent, short enough to be told back. */
  public static String shown(String sent) {
    return sent.codePointCount(0, sent.length()) <= SHOWN
        ? sent
        : sent.substring(0, sent.offsetByCodePoints(0, SHOWN)) + '…';
  }

  /** Notes what is wrong with a field. */
  public void wrong(String field, String detail) {
    wrong.add(new Problem.Violation(field, detail));
  }

  /**
   * Ends the request with 400 if anything was wrong.
   *
   * @throws ProblemException naming all that was
   */
  public void check() {
    if (!wrong.isEmpty()) {
      List<String> names = wrong.stream().map(Problem.Violation::name).distinct().toList();
      throw ProblemException.badRequest(
          "wrong fields: " + String.join(", ", names), List.copyOf(wrong));
    }
  }
}
