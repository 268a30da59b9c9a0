package dev.podium.ingest.archive;

import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers what fails for the database: come back later, where that helps. */
class DatabaseMappers {

  private static final Logger LOG = Logger.getLogger(DatabaseMappers.class);

  @ServerExceptionMapper({PersistenceException.class, QuarkusTransactionException.class})
  Response failed(RuntimeException e) {
    Optional<String> trouble = DatabaseTrouble.of(e);
    if (trouble.isEmpty()) {
      LOG.error("a request failed for a reason that nobody foresaw", e);
      return response(
              Problem.of(500, "internal-error", "the service failed; its log has the reason"))
          .build();
    }
    ProblemException later =
        ProblemException.unavailable(
            "database-unavailable", "the database does not answer: " + trouble.get());
    Response.ResponseBuilder response = response(later.problem());
    later.headers().forEach(response::header);
    return response.build();
  }

  private static Response.ResponseBuilder response(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
  }
}
