package dev.podium.gateway.exchange;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.gateway.offset.OffsetParameters;
import dev.podium.gateway.offset.Utf16;
import dev.podium.gateway.parameter.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Tells exchanges in the offsets that a request asks for. */
@ApplicationScoped
public class ExchangeOffsets {

  private final Utf16 utf16;

  ExchangeOffsets(Utf16 utf16) {
    this.utf16 = utf16;
  }

  /**
   * Proved exchanges, one for each.
   *
   * @throws dev.podium.kit.problem.ProblemException where the archive has not what it needs
   */
  public List<ExchangeView> tell(List<ExchangeView> exchanges, Parameters parameters) {
    return OffsetParameters.isUtf16(parameters) ? utf16(exchanges) : exchanges;
  }

  /** The same of one. */
  public ExchangeView tell(ExchangeView exchange, Parameters parameters) {
    return OffsetParameters.isUtf16(parameters) ? utf16(List.of(exchange)).getFirst() : exchange;
  }

  private List<ExchangeView> utf16(List<ExchangeView> views) {
    List<Exchange> exchanges =
        utf16.exchanges(
            views.stream()
                .map(v -> new Utf16.Source(v.exchange(), v.briefing().id(), v.revision()))
                .toList());
    List<ExchangeView> told = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      told.add(views.get(i).told(exchanges.get(i)));
    }
    return told;
  }
}
