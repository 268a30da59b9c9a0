package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.change.Change.Cause;
import dev.podium.contracts.change.Change.Kind;
import dev.podium.index.Sample;
import dev.podium.index.document.ExchangeDocument;
import dev.podium.index.document.Status;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final String QUESTION = "Que pense le ministère de la situation en Thaïlande ?";
  private static final String OTHER = "Quand le président se rendra-t-il au Brésil ?";
  private static final String ANSWER = "Nous suivons la situation de près et restons en contact.";

  private final MemoryIndex index = new MemoryIndex();

  @Test
  void aNewBriefingAddsItsExchanges() {
    Briefing briefing = page(0).statement("Bonjour à tous.").asked(QUESTION, ANSWER).present();

    List<Change> changes = index.index(briefing);

    assertThat(changes).extracting(Change::kind).containsExactly(Kind.ADDED, Kind.ADDED);
    assertThat(changes).extracting(Change::cause).containsOnly(Cause.SOURCE);
    assertThat(changes).allSatisfy(c -> assertThat(c.fromVersion()).isZero());
    assertThat(index.exchanges).hasSize(2);
    assertThat(document(briefing, 1).question()).containsEntry("fr", QUESTION);
    assertThat(document(briefing, 1).outlets()).containsExactly("afp");
    assertThat(document(briefing, 1).speakers()).containsExactly("lin-yue");
    assertThat(index.history).hasSize(3);
  }

  @Test
  void anEditedAnswerKeepsItsExchange() {
    Briefing first = page(0).asked(QUESTION, ANSWER).present();
    index.index(first);

    List<Change> changes = index.index(page(5).asked(QUESTION, "Pas de commentaire.").present());

    assertThat(changes)
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.kind()).isEqualTo(Kind.EDITED);
              assertThat(c.changed()).contains("answer.text");
              assertThat(c.before().answer().text()).isEqualTo(ANSWER);
              assertThat(c.after().answer().text()).isEqualTo("Pas de commentaire.");
              assertThat(c.fromVersion()).isEqualTo(first.version());
            });
    assertThat(index.exchanges).hasSize(1);
  }

  @Test
  void aWithdrawnExchangeStaysWithItsLastText() {
    Briefing first = page(0).asked(QUESTION, ANSWER).asked(OTHER, "Bientôt.").present();
    index.index(first);
    Briefing second = page(5).asked(OTHER, "Bientôt.").present();

    List<Change> changes = index.index(second);

    assertThat(changes).extracting(Change::kind).containsExactly(Kind.WITHDRAWN);
    ExchangeDocument withdrawn = document(first, 0);
    assertThat(withdrawn.status()).isEqualTo(Status.WITHDRAWN);
    assertThat(withdrawn.version()).isEqualTo(second.version());
    assertThat(withdrawn.briefing().version()).isEqualTo(first.version());
    assertThat(withdrawn.answer()).containsEntry("fr", ANSWER);
    assertThat(document(first, 1).status()).isEqualTo(Status.LIVE);
    assertThat(document(first, 1).version()).isEqualTo(second.version());
  }

  @Test
  void aWithdrawnExchangeIsRestored() {
    Briefing first = page(0).asked(QUESTION, ANSWER).asked(OTHER, "Bientôt.").present();
    index.index(first);
    index.index(page(5).asked(OTHER, "Bientôt.").present());

    List<Change> changes =
        index.index(page(9).asked(QUESTION, "Rien.").asked(OTHER, "Bientôt.").present());

    assertThat(changes)
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.kind()).isEqualTo(Kind.RESTORED);
              assertThat(c.before().answer().text()).isEqualTo(ANSWER);
              assertThat(c.after().answer().text()).isEqualTo("Rien.");
            });
    assertThat(document(first, 0).status()).isEqualTo(Status.LIVE);
  }

  @Test
  void whatCouldNotBeIndexedIsNotForgottenWhenAnOlderRevisionComes() {
    Briefing shown = page(5).asked(QUESTION, ANSWER).asked(OTHER, "Bientôt.").present();
    index.index(shown);
    List<String> out = List.of(shown.exchanges().getFirst().id());
    index.marks.computeIfPresent(shown.id(), (id, mark) -> mark.without(out));

    index.index(page(0).asked(OTHER, "Bientôt.").present());

    assertThat(index.marks.get(shown.id()).incomplete()).isEqualTo(out);
  }

  @Test
  void aRewordedQuestionLeadsToItsNewWords() {
    Briefing first = page(0).asked(QUESTION, ANSWER).asked(OTHER, "Bientôt.").present();
    index.index(first);
    Briefing second =
        page(5)
            .asked("Que pense le Ministère de la situation actuelle en Thaïlande ?", ANSWER)
            .asked(OTHER, "Bientôt.")
            .present();

    List<Change> changes = index.index(second);

    assertThat(changes)
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.kind()).isEqualTo(Kind.REWORDED);
              assertThat(c.previousId()).isEqualTo(first.exchanges().getFirst().id());
              assertThat(c.exchangeId()).isEqualTo(second.exchanges().getFirst().id());
              assertThat(c.changed()).containsExactly("question.text");
            });
    assertThat(document(first, 0).status()).isEqualTo(Status.REWORDED);
    assertThat(document(first, 0).replacedBy()).isEqualTo(second.exchanges().getFirst().id());
  }

  @Test
  void aQuestionThatGoesBackToItsFirstWordsIsReworded() {
    Briefing first = page(0).asked(QUESTION, ANSWER).present();
    Briefing second = page(1).asked(QUESTION + " Et au Laos ?", ANSWER).present();
    index.index(first);
    index.index(second);

    List<Change> changes = index.index(page(2).asked(QUESTION, ANSWER).present());

    assertThat(changes).extracting(Change::kind).containsExactly(Kind.REWORDED);
    assertThat(document(first, 0).status()).isEqualTo(Status.LIVE);
    assertThat(document(first, 0).replacedBy()).isNull();
    assertThat(document(second, 0).replacedBy()).isEqualTo(first.exchanges().getFirst().id());
  }

  @Test
  void aPageThatIsGoneKeepsItsExchanges() {
    Briefing first = page(0).asked(QUESTION, ANSWER).present();
    index.index(first);
    Briefing gone = page(5).gone();

    List<Change> changes = index.index(gone);

    assertThat(changes)
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.kind()).isEqualTo(Kind.GONE);
              assertThat(c.cause()).isEqualTo(Cause.SOURCE);
              assertThat(c.exchangeId()).isNull();
              assertThat(c.briefing().title()).isEqualTo(first.title());
            });
    assertThat(document(first, 0).status()).isEqualTo(Status.LIVE);
    assertThat(document(first, 0).briefing().state()).isEqualTo(Briefing.State.GONE);
    assertThat(document(first, 0).version()).isEqualTo(gone.version());
    var mark = index.marks.get(first.id());
    assertThat(mark.state()).isEqualTo(Briefing.State.GONE);
    assertThat(mark.contentVersion()).isEqualTo(first.version());
    assertThat(mark.briefing()).isEqualTo(first);
  }

  @Test
  void aPageThatReturnsIsCompared() {
    Briefing first = page(0).asked(QUESTION, ANSWER).present();
    index.index(first);
    index.index(page(5).gone());

    List<Change> changes = index.index(page(9).asked(QUESTION, ANSWER).present());

    assertThat(changes).extracting(Change::kind).containsExactly(Kind.RETURNED);
    assertThat(changes).extracting(Change::cause).containsExactly(Cause.SOURCE);
    assertThat(document(first, 0).briefing().state()).isEqualTo(Briefing.State.PRESENT);
  }

  @Test
  void theBriefingItselfIsCorrected() {
    index.index(page(0).asked(QUESTION, ANSWER).present());

    List<Change> changes =
        index.index(
            page(1)
                .title("Point de presse du 14 mars 2026")
                .date(LocalDate.of(2026, 3, 14))
                .text("Point de presse du 14 mars 2026")
                .asked(QUESTION, ANSWER)
                .present());

    assertThat(changes)
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.kind()).isEqualTo(Kind.EDITED);
              assertThat(c.exchangeId()).isNull();
              assertThat(c.changed()).containsExactly("title", "date");
            });
  }

  @Test
  void aBetterParserIsNoNews() {
    index.index(page(0).text("the page").asked(QUESTION, ANSWER).present());

    List<Change> changes =
        index.index(page(0).release(2).text("the page").asked(QUESTION, "Rien.").present());

    assertThat(changes).extracting(Change::cause).containsExactly(Cause.PARSER);
  }

  @Test
  void anImportOfOldCapturesIsNoNews() {
    Briefing briefing = page(0).asked(QUESTION, ANSWER).present();

    List<Change> changes = index.index(briefing, Sample.FIRST.plus(Duration.ofDays(300)));

    assertThat(changes).extracting(Change::cause).containsExactly(Cause.BACKFILL);
  }

  @Test
  void anOldBriefingThatIsFoundTodayIsNoNews() {
    Briefing briefing = page(0).date(LocalDate.of(2017, 3, 1)).asked(QUESTION, ANSWER).present();

    List<Change> changes = index.index(briefing);

    assertThat(changes).extracting(Change::cause).containsExactly(Cause.BACKFILL);
  }

  @Test
  void anOldBriefingThatIsEditedTodayIsNews() {
    LocalDate old = LocalDate.of(2017, 3, 1);
    index.index(page(0).date(old).asked(QUESTION, ANSWER).present());

    List<Change> changes = index.index(page(1).date(old).asked(QUESTION, "Rien.").present());

    assertThat(changes).extracting(Change::cause).containsExactly(Cause.SOURCE);
  }

  @Test
  void aLateRevisionAddsOnlyHistory() {
    Briefing first = page(0).asked(QUESTION, ANSWER).asked(OTHER, "Bientôt.").present();
    Briefing second = page(5).asked(QUESTION, "Rien.").present();
    index.index(second);

    List<Change> changes = index.index(first);

    assertThat(changes).isEmpty();
    assertThat(document(second, 0).answer()).containsEntry("fr", "Rien.");
    assertThat(document(first, 1).status()).isEqualTo(Status.WITHDRAWN);
    assertThat(document(first, 1).version()).isEqualTo(second.version());
    assertThat(index.marks.get(first.id()).version()).isEqualTo(second.version());
    assertThat(index.history).hasSize(5);
  }

  @Test
  void aRepeatBringsNothing() {
    Briefing first = page(0).asked(QUESTION, ANSWER).present();
    index.index(first);
    index.index(page(5).asked(QUESTION, "Rien.").present());
    var before = index.exchanges.toString();

    List<Change> changes = index.index(first);

    assertThat(changes).isEmpty();
    assertThat(index.exchanges.toString()).isEqualTo(before);
  }

  @Test
  void ofEqualVersionsTheLaterCounts() {
    Briefing first = page(0).asked(QUESTION, ANSWER).present();
    index.index(first);

    List<Change> changes = index.index(page(0).asked(QUESTION, "Rien.").present());

    assertThat(changes).isEmpty();
    assertThat(document(first, 0).answer()).containsEntry("fr", "Rien.");
  }

  private ExchangeDocument document(Briefing briefing, int position) {
    return index.exchanges.get(briefing.exchanges().get(position).id());
  }

  private static Sample page(int minute) {
    return Sample.page("t20260313_100241").minute(minute);
  }
}
