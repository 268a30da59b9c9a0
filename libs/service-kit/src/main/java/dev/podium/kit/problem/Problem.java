package dev.podium.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * A problem detail (RFC 9457). It has no {@code type} of its own: the status and the code say it.
 *
 * @param title the status in words
 * @param detail what is wrong, where, and what helps
 * @param code stable, lower case with hyphens, for programs
 * @param errors one for each wrong parameter or field; empty where there is one problem only
 * @param erasure what took away the thing that was asked for; null for any other problem
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<Violation> errors,
    Erasure erasure) {

  /** The media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final int GONE = 410;

  public Problem {
    errors = errors == null ? List.of() : List.copyOf(errors);
  }

  /**
   * What is wrong with one parameter, header or field.
   *
   * @param name of the parameter, header or field
   * @param position of the first wrong character, from 0, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Violation(String name, String detail, Integer position) {

    public Violation(String name, String detail) {
      this(name, detail, null);
    }
  }

  /**
   * An erasure, as everybody may see it.
   *
   * @param reason kind of the reason, lower case with hyphens, for example {@code court-order}
   */
  public record Erasure(String id, String reason) {}

  /** What was asked for was taken away on demand, and does not come back: 410. */
  public static Problem erased(String what, Erasure erasure) {
    String detail =
        what + " was erased on demand, for the reason " + erasure.reason() + ": " + erasure.id();
    return new Problem("about:blank", title(GONE), GONE, detail, "erased", List.of(), erasure);
  }

  public static Problem of(int status, String code, String detail) {
    return of(status, code, detail, List.of());
  }

  public static Problem of(int status, String code, String detail, List<Violation> errors) {
    return new Problem("about:blank", title(status), status, detail, code, errors, null);
  }

  private static String title(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }
}
