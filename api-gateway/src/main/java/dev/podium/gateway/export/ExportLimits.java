package dev.podium.gateway.export;

import dev.podium.gateway.access.CurrentCaller;
import dev.podium.gateway.limit.ApiLimit;
import dev.podium.gateway.limit.ApiLimits;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** How much a caller may export at once. */
@ApplicationScoped
class ExportLimits implements ApiLimits {

  private final ExportSettings settings;
  private final CurrentCaller caller;

  ExportLimits(ExportSettings settings, CurrentCaller caller) {
    this.settings = settings;
    this.caller = caller;
  }

  @Override
  public List<ApiLimit> all() {
    return Stream.of(
            new ApiLimit(
                "exportExchanges", settings.key(), "exchanges of one export of a key or a user"),
            new ApiLimit(
                "exportExchangesAnonymous",
                settings.anonymous(),
                "exchanges of one export without a credential"))
        .filter(limit -> limit.value() > 0)
        .toList();
  }

  /** How many exchanges the caller of the current request may export at once; 0 for all. */
  int ofCaller() {
    return caller.get().isIdentified() ? settings.key() : settings.anonymous();
  }

  /**
   * Refuses what is more than the caller may have, before it begins.
   *
   * @param found how many there are, counted as far as one more than that
   * @throws ProblemException with 403 if it is
   */
  void check(long found) {
    int most = ofCaller();
    if (most > 0 && found > most) {
      throw new ProblemException(
          Problem.of(
              403,
              "export-too-large",
              "this search finds more than the %d exchanges that you may export at once; narrow it"
                  .formatted(most)));
    }
  }
}
