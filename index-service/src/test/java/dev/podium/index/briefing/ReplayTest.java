package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.change.Change;
import dev.podium.index.Sample;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.document.ExchangeDocument;
import dev.podium.index.document.HistoryDocument;
import dev.podium.index.document.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record that comes again brings in of what was refused before. */
class ReplayTest {

  private final MemoryIndex index = new MemoryIndex();
  private final Briefing first =
      page(0).asked("Que pensez-vous ?", "Rien.").asked("Et alors ?", "Bientôt.").present();
  private final Briefing second = page(5).asked("Et alors ?", "Bientôt.").present();
  private final String withdrawn = first.exchanges().getFirst().id();

  @Test
  void theHistoryOfARevisionThatIsShownNoMore() {
    index.index(first);
    index.index(second);
    BriefingDocument mark = index.marks.get(first.id());
    String refused = HistoryDocument.documentId(withdrawn, first.version());
    index.history.remove(refused);

    List<Change> changes = index.index(first);

    assertThat(index.history).containsKey(refused);
    assertThat(changes).isEmpty();
    assertThat(index.marks.get(first.id())).isEqualTo(mark);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void anExchangeThatIsWithdrawnMeanwhile(int which) {
    index.index(first);
    index.index(second);
    refuse(withdrawn);

    List<Change> changes = index.index(List.of(first, second).get(which));

    ExchangeDocument document = index.exchanges.get(withdrawn);
    assertThat(document.status()).isEqualTo(Status.WITHDRAWN);
    assertThat(document.version()).isEqualTo(second.version());
    assertThat(document.answer()).containsEntry("fr", "Rien.");
    assertThat(index.marks.get(first.id()).incomplete()).isEmpty();
    assertThat(changes).isEmpty();
  }

  @Test
  void aNewRevisionIsNotRefusedForAnExchangeThatItHasNot() {
    index.index(first);
    index.index(second);
    refuse(withdrawn);

    index.index(page(9).asked("Et alors ?", "En mai.").present());

    assertThat(index.exchanges).doesNotContainKey(withdrawn);
    assertThat(index.marks.get(first.id()).incomplete()).containsExactly(withdrawn);
  }

  private void refuse(String id) {
    index.exchanges.remove(id);
    index.marks.computeIfPresent(first.id(), (page, mark) -> mark.without(List.of(id)));
  }

  private static Sample page(int minute) {
    return Sample.page("t20260313_100241").minute(minute);
  }
}
