package dev.podium.gateway.exchange;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.gateway.offset.OffsetParameters;
import dev.podium.gateway.offset.Utf16;
import dev.podium.gateway.parameter.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells exchanges in the offsets that a request asks for. */
@ApplicationScoped
public class ExchangeOffsets {

  private final Utf16 utf16;

  ExchangeOffsets(Utf16 utf16) {
    this.utf16 = utf16;
  }

  /**
   * Proved exchanges in UTF-16 code units, one for each. Each says what it counts: code points
   * where the body of its page is not there any more, so that one of them spares the others.
   *
   * @throws dev.podium.kit.problem.ProblemException while the archive cannot be asked
   */
  public List<ExchangeView> utf16(List<ExchangeView> views) {
    List<Optional<Exchange>> exchanges =
        utf16.exchanges(
            views.stream()
                .map(v -> new Utf16.Source(v.exchange(), v.briefing().id(), v.revision()))
                .toList());
    List<ExchangeView> told = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      ExchangeView view = views.get(i);
      told.add(exchanges.get(i).map(view::inUtf16).orElseGet(view::inCodePoints));
    }
    return told;
  }

  /**
   * A proved exchange in the offsets that a request asks for.
   *
   * @throws dev.podium.kit.problem.ProblemException where the archive has not what it needs
   */
  public ExchangeView tell(ExchangeView view, Parameters parameters) {
    return OffsetParameters.isUtf16(parameters)
        ? view.inUtf16(utf16.exchange(view.exchange(), view.briefing().id(), view.revision()))
        : view;
  }
}
