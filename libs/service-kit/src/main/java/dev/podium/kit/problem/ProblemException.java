package dev.podium.kit.problem;

import java.util.List;
import java.util.Map;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;
  private final transient Map<String, String> headers;

  public ProblemException(Problem problem) {
    this(problem, Map.of());
  }

  /**
   * A problem with headers such as {@code Retry-After}.
   *
   * @param headers name to value
   */
  public ProblemException(Problem problem, Map<String, String> headers) {
    super(problem.detail());
    this.problem = problem;
    this.headers = Map.copyOf(headers);
  }

  public static ProblemException badRequest(String code, String detail) {
    return new ProblemException(Problem.of(400, code, detail));
  }

  public static ProblemException badRequest(String detail, List<Problem.Violation> errors) {
    return new ProblemException(Problem.of(400, "invalid-request", detail, errors));
  }

  public static ProblemException notFound(String code, String detail) {
    return new ProblemException(Problem.of(404, code, detail));
  }

  /** The service cannot work now; the client may come back after some seconds. */
  public static ProblemException unavailable(String code, String detail) {
    return new ProblemException(Problem.of(503, code, detail), Map.of("Retry-After", "5"));
  }

  public Problem problem() {
    return problem;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
