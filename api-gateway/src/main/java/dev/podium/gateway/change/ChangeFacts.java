package dev.podium.gateway.change;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.identity.Occasions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What filters ask of a change.
 *
 * @param exchangeId null where the briefing itself changed
 * @param previousId of the exchange before it was reworded, or null
 * @param series null where the change does not tell
 * @param date null where the day of the briefing is not known
 * @param askers labels of those who asked, before or after
 * @param answered where the answer stands, by its code, before or after
 * @param followUps whether it follows up another question, before or after; empty where nobody asks
 * @param outlets ids of those who asked, before or after
 * @param spokespersons ids of those who answered, before or after; of those who hold the briefing
 *     where an answer does not name its speaker
 */
public record ChangeFacts(
    String id,
    Change.Kind kind,
    Change.Cause cause,
    Instant recordedAt,
    String exchangeId,
    String previousId,
    String briefingId,
    String source,
    String organisation,
    String series,
    String language,
    long toVersion,
    LocalDate date,
    Set<String> askers,
    Set<String> answered,
    Set<Boolean> followUps,
    Set<String> outlets,
    Set<String> spokespersons) {

  /** The facts of a change. */
  public static ChangeFacts of(Change change) {
    Change.BriefingRef briefing = change.briefing();
    return new ChangeFacts(
        change.id(),
        change.kind(),
        change.cause(),
        change.recordedAt(),
        change.exchangeId(),
        change.previousId(),
        briefing.id(),
        briefing.source(),
        briefing.organisation(),
        briefing.series(),
        briefing.language(),
        change.toVersion(),
        briefing.date(),
        questions(change, one -> one.question().asker().label()),
        questions(change, one -> code(one.answered())),
        questions(change, one -> one.followUpTo() != null),
        outlets(change),
        spokespersons(change));
  }

  /** The briefing in all its languages; null where its day is not known. */
  String occasion() {
    return Occasions.of(organisation, series, date);
  }

  /** Whether it was recorded at that time or later. */
  boolean isSince(Instant time) {
    return !recordedAt.isBefore(time);
  }

  /** The ids of the briefing and the exchanges that the change may quote. */
  public Stream<String> quoted() {
    return Stream.of(briefingId, exchangeId, previousId).filter(Objects::nonNull);
  }

  /**
   * What the change says to be erased on demand, the id of an exchange or of the whole briefing;
   * empty for any other change.
   */
  public Optional<String> erased() {
    return kind == Change.Kind.ERASED
        ? Optional.of(exchangeId == null ? briefingId : exchangeId)
        : Optional.empty();
  }

  private static Stream<Exchange> exchanges(Change change) {
    return Stream.of(change.before(), change.after())
        .flatMap(exchange -> Stream.ofNullable(exchange));
  }

  private static String code(Exchange.Answered answered) {
    return answered == null ? null : answered.name().toLowerCase(Locale.ROOT);
  }

  /** What is so of the question, before and after. */
  private static <T> Set<T> questions(Change change, Function<Exchange, T> property) {
    return exchanges(change)
        .filter(exchange -> exchange.question() != null)
        .map(property)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> outlets(Change change) {
    Set<String> ids = new HashSet<>();
    exchanges(change)
        .filter(exchange -> exchange.question() != null)
        .flatMap(exchange -> exchange.question().asker().outlets().stream())
        .map(Exchange.Outlet::id)
        .filter(Objects::nonNull)
        .forEach(ids::add);
    return Set.copyOf(ids);
  }

  private static Set<String> spokespersons(Change change) {
    Set<String> ids = new HashSet<>();
    exchanges(change)
        .filter(exchange -> exchange.answer() != null)
        .forEach(exchange -> addAnswering(exchange.answer(), change.briefing(), ids));
    if (change.exchangeId() == null) {
      addHolding(change.briefing(), ids);
    }
    return Set.copyOf(ids);
  }

  private static void addAnswering(
      Exchange.Answer answer, Change.BriefingRef briefing, Set<String> ids) {
    boolean named = false;
    for (Exchange.Part part : answer.parts()) {
      if (part.speaker() != null) {
        named = true;
        if (part.speaker().id() != null) {
          ids.add(part.speaker().id());
        }
      }
    }
    if (!named) {
      addHolding(briefing, ids);
    }
  }

  private static void addHolding(Change.BriefingRef briefing, Set<String> ids) {
    briefing.spokespersons().stream()
        .map(Briefing.Spokesperson::id)
        .filter(Objects::nonNull)
        .forEach(ids::add);
  }
}
