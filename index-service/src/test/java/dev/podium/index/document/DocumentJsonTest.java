package dev.podium.index.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.Sample;
import dev.podium.index.change.ChangeLog;
import dev.podium.index.change.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the writer to the mapper, byte for byte. */
class DocumentJsonTest {

  private final Briefing briefing =
      Sample.page("documents")
          .statement("Bonjour à tous. \"Bienvenue\"\n")
          .asked("沈若岚 𠀀😀 ?", "Oui. " + "é".repeat(20_000))
          .asked("Et la suite ?", null)
          .present();
  private final Exchange exchange = briefing.exchanges().get(1);

  @Test
  void writesEachDocumentAndChangeAsTheMapperDoes() {
    var newest = new BriefingDocument.Revision(briefing.version(), briefing.state());
    List<ExchangeEntry> entries =
        briefing.exchanges().stream()
            .map(e -> ExchangeEntry.live(e.id(), briefing.version()))
            .toList();
    List<Object> values = new ArrayList<>(HistoryDocument.of(briefing, Sample.FIRST));
    for (int i = 0; i < entries.size(); i++) {
      values.add(
          ExchangeDocument.of(entries.get(i), briefing.exchanges().get(i), briefing, newest));
    }
    values.addAll(
        new ChangeLog(briefing, Change.Cause.SOURCE, Sample.FIRST, 0, briefing.version())
            .steps(Step.between(List.of(), briefing.exchanges()), id -> null)
            .changes());
    values.add(BriefingDocument.of(newest, briefing, entries, List.of(newest)));
    DocumentJson json = new DocumentJson();

    assertThat(values).hasSize(4 + 3 + 3 + 1);
    assertThat(values)
        .allSatisfy(value -> assertThat(json.write(value)).isEqualTo(EventJson.write(value)));
  }

  @Test
  void equalExchangesOfTwoRevisionsEachHaveTheirOwn() {
    DocumentJson json = new DocumentJson();
    Exchange later =
        Sample.page("documents").asked("Autre ?", "Non.").present().exchanges().getFirst();

    assertThat(json.write(List.of(exchange, later, exchange)))
        .isEqualTo(EventJson.write(List.of(exchange, later, exchange)));
  }

  @Test
  void aPieceOfJsonGoesIntoAnyBufferThatHasRoomForIt() {
    byte[] bytes = "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8);
    JsonPiece piece = new JsonPiece(bytes);
    byte[] exact = new byte[bytes.length + 1];

    assertThat(piece.appendUnquotedUTF8(exact, 1)).isEqualTo(bytes.length);
    assertThat(piece.appendUnquotedUTF8(exact, 2)).isNegative();
    assertThatThrownBy(piece::asQuotedUTF8).isInstanceOf(UnsupportedOperationException.class);
  }
}
