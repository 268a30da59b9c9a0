package dev.podium.index.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.identity.ExchangeIds;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {

  private static final String SHORT = "我不了解你提到的情况。";

  @ParameterizedTest
  @CsvSource({
    "中方对此有何评论？请介绍具体情况。, 中方对此有何评论？请介绍有关具体情况。, true",
    "中方对此有何评论？请介绍具体情况。, 日本首相何时访华？, false",
    "What is your comment on the visit to Thailand?, What's your comment on the visit to Thailand, true",
    "What is your comment on the visit to Thailand?, Will the talks in Geneva resume next week?, false",
    "Que pense le ministère de la Corée ?, Que pense le ministère de la situation en Corée ?, true"
  })
  void aShortAnswerDoesNotMakeQuestionsOne(String before, String after, boolean reworded) {
    List<Step> steps = Step.between(List.of(asked(before, SHORT)), List.of(asked(after, SHORT)));

    assertThat(steps.getFirst() instanceof Step.Reworded).isEqualTo(reworded);
    assertThat(steps).hasSize(reworded ? 1 : 2);
  }

  @Test
  void aLongAnswerThatStaysTellsThatTheQuestionIsTheSame() {
    String answer = "Nous suivons la situation de près. ".repeat(6);

    List<Step> steps =
        Step.between(
            List.of(asked("Un commentaire ?", answer)),
            List.of(asked("Que dites-vous du typhon ?", answer)));

    assertThat(steps).singleElement().isInstanceOf(Step.Reworded.class);
  }

  @Test
  void theLikestBelongTogether() {
    Exchange first = asked("What does the ministry say about the summit in Rome?", "Yes.");
    Exchange second = asked("What does the ministry say about the summit in Oslo?", "No.");
    Exchange newFirst = asked("What does the ministry say on the summit in Rome?", "Yes.");
    Exchange newSecond = asked("What does the ministry say on the summit in Oslo?", "No.");

    List<Step> steps = Step.between(List.of(first, second), List.of(newSecond, newFirst));

    assertThat(steps)
        .containsExactly(new Step.Reworded(second, newSecond), new Step.Reworded(first, newFirst));
  }

  @Test
  void aStatementDoesNotBecomeAQuestion() {
    Exchange question = asked("Bonjour à tous et bienvenue ici", "Bonjour à tous et bienvenue ici");
    Exchange statement =
        new Exchange(
            "s", 1, Exchange.Kind.STATEMENT, null, null, question.answer(), null, null, List.of());

    List<Step> steps = Step.between(List.of(question), List.of(statement));

    assertThat(steps).containsExactly(new Step.Found(statement), new Step.Lost(question));
  }

  @Test
  void aPageOfManyThousandsThatIsWrittenAnewIsComparedInTime() {
    List<Exchange> before =
        IntStream.range(0, 5_000).mapToObj(i -> asked("question " + i * 7919, "no")).toList();
    List<Exchange> after =
        IntStream.range(0, 5_000).mapToObj(i -> asked("matter " + i * 104_729, "yes")).toList();
    long start = System.nanoTime();

    List<Step> steps = Step.between(before, after);

    assertThat(steps).hasSizeBetween(5_000, 10_000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  private static Exchange asked(String question, String answer) {
    Exchange.Asker asker = new Exchange.Asker(null, null, List.of());
    return new Exchange(
        new ExchangeIds("page").next(Exchange.Kind.QUESTION, question),
        1,
        Exchange.Kind.QUESTION,
        Exchange.Answered.HERE,
        new Exchange.Question(question, asker, List.of(), List.of()),
        new Exchange.Answer(answer, List.of(), List.of()),
        null,
        null,
        List.of());
  }
}
