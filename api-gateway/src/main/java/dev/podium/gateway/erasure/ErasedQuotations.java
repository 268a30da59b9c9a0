package dev.podium.gateway.erasure;

import dev.podium.gateway.database.Database;
import dev.podium.kit.problem.ProblemException;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Takes away what quotes something that was erased on demand. */
@ApplicationScoped
public class ErasedQuotations {

  private static final Logger LOG = Logger.getLogger(ErasedQuotations.class);
  private static final int TOGETHER = 500;

  private final List<Quotations> all;
  private final ErasedDocuments documents;
  private final Database database;

  ErasedQuotations(@All List<Quotations> all, ErasedDocuments documents, Database database) {
    this.all = all;
    this.documents = documents;
    this.database = database;
  }

  /**
   * Takes away what quotes these.
   *
   * @param ids of briefings and exchanges that were erased
   * @throws ProblemException with 503 while the database cannot be reached
   */
  public void erase(Set<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    int gone = all.stream().mapToInt(one -> one.erase(ids)).sum();
    if (gone > 0) {
      LOG.infof("audit: %d texts that may quote what was erased are gone: %s", gone, ids);
    }
  }

  /** Which of these were erased, as of now; what quotes them is gone then. */
  public Set<String> eraseAmong(Set<String> ids) {
    Set<String> erased = documents.among(ids);
    erase(erased);
    return erased;
  }

  /**
   * Holds all that is kept to the index: for erasures of which no change was read, since none of
   * the instances ran for too long, or which came while a text was on its way into the database.
   */
  @Scheduled(every = "1h", delayed = "1m")
  public void sweep() {
    if (database.isReady()) {
      try {
        all.forEach(this::sweep);
      } catch (ProblemException e) {
        LOG.warnf("what quotes erased texts is looked for in an hour again: %s", e.getMessage());
      }
    }
  }

  private void sweep(Quotations one) {
    String after = null;
    do {
      Quotations.Some some = one.look(after, TOGETHER);
      eraseAmong(some.ids());
      after = some.last();
    } while (after != null);
  }
}
