package dev.podium.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failed request with a problem detail, and never with a stack trace. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response problem(ProblemException e) {
    Response.ResponseBuilder response = response(e.problem());
    e.headers().forEach(response::header);
    return response.build();
  }

  @ServerExceptionMapper
  Response violations(ConstraintViolationException e) {
    List<Problem.Violation> errors =
        e.getConstraintViolations().stream()
            .map(v -> new Problem.Violation(name(v), v.getMessage()))
            .toList();
    return response(Problem.of(400, "invalid-request", "the request has wrong parameters", errors))
        .build();
  }

  @ServerExceptionMapper
  Response http(WebApplicationException e) {
    Response given = e.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    Response.ResponseBuilder response =
        response(Problem.of(given.getStatus(), HttpCodes.code(given.getStatus()), detail(e)));
    given.getStringHeaders().forEach((name, values) -> keep(response, name, values));
    return response.build();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable e) {
    LOG.error("a request failed for a reason that nobody foresaw", e);
    return response(Problem.of(500, "internal-error", "the service failed; its log has the reason"))
        .build();
  }

  private static void keep(Response.ResponseBuilder response, String name, List<String> values) {
    if (!name.toLowerCase(Locale.ROOT).startsWith("content-")) {
      values.forEach(value -> response.header(name, value));
    }
  }

  private static String detail(WebApplicationException e) {
    return switch (e.getResponse().getStatus()) {
      case 404 -> "there is nothing at this address";
      case 405 -> "this address does not take that method";
      case 406 -> "this address does not answer in any form that the Accept header allows";
      case 415 -> "this address does not take that Content-Type";
      default -> e.getMessage();
    };
  }

  private static String name(ConstraintViolation<?> violation) {
    String path = violation.getPropertyPath().toString();
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static Response.ResponseBuilder response(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
  }
}
