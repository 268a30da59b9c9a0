package dev.podium.index.change;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.identity.ChangeIds;
import dev.podium.contracts.identity.Versions;
import java.util.List;

/** The change that tells readers to delete; it is the same whoever finds it, and when. */
public final class ErasedChange {

  /**
   * The change.
   *
   * @param briefing that something was erased of; nothing that it says is repeated
   */
  public static Change of(Erased erased, Briefing briefing) {
    String subject = erased.exchangeId() == null ? briefing.id() : erased.exchangeId();
    long version = Versions.of(erased.at(), 0);
    return new Change(
        ChangeIds.of(subject, version, version, Change.Kind.ERASED),
        Change.Kind.ERASED,
        Change.Cause.SOURCE,
        erased.at(),
        new Change.BriefingRef(
            briefing.id(),
            briefing.url(),
            briefing.revision().link(),
            briefing.source(),
            briefing.organisation(),
            briefing.language(),
            null,
            null,
            briefing.series(),
            List.of()),
        erased.exchangeId(),
        null,
        version,
        version,
        List.of(),
        null,
        null,
        List.of());
  }

  private ErasedChange() {}
}
