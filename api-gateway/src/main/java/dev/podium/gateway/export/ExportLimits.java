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

  /**
   * Begins to read what the caller of the current request exports, unless it is more than he may
   * have.
   *
   * @throws ProblemException with 403 if it is, or as {@link ExportPages#begin} does
   */
  void begin(ExportPages pages) {
    int most = caller.get().isIdentified() ? settings.key() : settings.anonymous();
    long found = pages.begin(most > 0 ? most + 1L : 0);
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
