package dev.podium.gateway.report;

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

/** Reads the fields of a body, and collects all that is wrong with them. */
final class ReportFields {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode body;
  private final List<Problem.Violation> wrong = new ArrayList<>();

  /**
   * The fields of a JSON object.
   *
   * @param known all that it may have
   * @throws ProblemException with 400 where it is none
   */
  ReportFields(byte[] bytes, List<String> known) {
    this.body = object(bytes);
    body.fieldNames()
        .forEachRemaining(
            field -> {
              if (!known.contains(field)) {
                String shown = field.length() > 40 ? field.substring(0, 40) + "…" : field;
                wrong(shown, "there is no such field, but " + String.join(", ", known));
              }
            });
  }

  private static JsonNode object(byte[] bytes) {
    try {
      JsonNode tree = JSON.readTree(bytes);
      if (tree != null && tree.isObject()) {
        return tree;
      }
      throw ProblemException.badRequest("bad-json", "the body is no JSON object");
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null
              ? ""
              : ", line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw ProblemException.badRequest("bad-json", "the body is no JSON" + place);
    } catch (IOException e) {
      throw ProblemException.badRequest("bad-json", "the body is no JSON");
    }
  }

  /**
   * A text without blanks around it; null where there is none.
   *
   * @param most code points
   * @param isLong whether it may have several lines
   */
  String text(String field, int most, boolean isLong) {
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

  /** The same, but there has to be one. */
  String needed(String field, int most, boolean isLong) {
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

  void wrong(String field, String detail) {
    wrong.add(new Problem.Violation(field, detail));
  }

  /**
   * Ends the request if anything was wrong.
   *
   * @throws ProblemException with 400 naming all that was
   */
  void check() {
    if (!wrong.isEmpty()) {
      List<String> names = wrong.stream().map(Problem.Violation::name).distinct().toList();
      throw ProblemException.badRequest(
          "wrong fields: " + String.join(", ", names), List.copyOf(wrong));
    }
  }
}
