package dev.podium.gateway.change;

import dev.podium.contracts.change.Change;
import dev.podium.gateway.erasure.ErasedDocuments;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which changes are told no more, although the topic has them for some time yet, since what they
 * quote was erased on demand. The change that says so is always told.
 */
@ApplicationScoped
class ErasedChanges {

  private final ErasedDocuments documents;
  private final Set<String> erased = ConcurrentHashMap.newKeySet();

  ErasedChanges(ErasedDocuments documents) {
    this.documents = documents;
  }

  /** Takes note of a change that says that something was erased. */
  void note(ChangeRecord change) {
    change.facts().erased().ifPresent(erased::add);
  }

  /**
   * Asks the index what of some changes was erased, for those from before this instance followed
   * the topic; may wait.
   *
   * @throws ChangesUnavailableException if it does not answer: then nothing may be told
   */
  void look(List<ChangeRecord> changes) {
    Set<String> quoted =
        changes.stream().flatMap(one -> one.facts().quoted()).collect(Collectors.toSet());
    try {
      erased.addAll(documents.among(quoted));
    } catch (ProblemException e) {
      throw new ChangesUnavailableException(
          "whether older changes may be told cannot be found out now: " + e.getMessage(), e);
    }
  }

  /** Whether a change quotes what was erased. */
  boolean hides(ChangeFacts facts) {
    return facts.kind() != Change.Kind.ERASED
        && !erased.isEmpty()
        && facts.quoted().anyMatch(erased::contains);
  }
}
