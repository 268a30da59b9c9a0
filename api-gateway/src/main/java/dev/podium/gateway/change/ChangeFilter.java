package dev.podium.gateway.change;

import dev.podium.contracts.change.Change;
import dev.podium.gateway.list.Days;
import dev.podium.gateway.list.Filters;
import dev.podium.gateway.parameter.Parameters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which changes are wanted. An empty set lets all through.
 *
 * @param languages each with its variants
 * @param exchanges ids, also those that an exchange had before it was reworded
 * @param askers labels as printed
 * @param answered codes
 */
public record ChangeFilter(
    List<String> languages,
    Set<String> sources,
    Set<String> organisations,
    Set<String> series,
    Set<String> occasions,
    Set<String> spokespersons,
    Set<String> outlets,
    Set<String> askers,
    Set<String> answered,
    Optional<Boolean> followUp,
    Days days,
    Optional<Boolean> dated,
    Set<String> briefings,
    Set<String> exchanges,
    Set<String> kinds,
    Set<String> causes)
    implements Predicate<ChangeFacts> {

  private static final Set<String> USUAL_CAUSES = Set.of("source");

  /** Reads the filters of a request; what is wrong with them is noted. */
  public static ChangeFilter read(Parameters parameters) {
    List<String> causes = parameters.texts(ChangeParameters.CAUSE);
    return new ChangeFilter(
        Filters.languages(parameters, ChangeParameters.LANGUAGE),
        Set.copyOf(parameters.texts(ChangeParameters.SOURCE)),
        Set.copyOf(parameters.texts(ChangeParameters.ORGANISATION)),
        Set.copyOf(parameters.texts(ChangeParameters.SERIES)),
        Set.copyOf(parameters.texts(ChangeParameters.OCCASION)),
        Set.copyOf(parameters.texts(ChangeParameters.SPOKESPERSON)),
        Set.copyOf(parameters.texts(ChangeParameters.OUTLET)),
        Set.copyOf(parameters.texts(ChangeParameters.ASKER)),
        Set.copyOf(parameters.texts(ChangeParameters.ANSWERED)),
        parameters.bool(ChangeParameters.FOLLOW_UP),
        Days.read(parameters, ChangeParameters.FROM, ChangeParameters.TO),
        parameters.bool(ChangeParameters.DATED),
        Set.copyOf(parameters.texts(ChangeParameters.BRIEFING)),
        Set.copyOf(parameters.texts(ChangeParameters.EXCHANGE)),
        Set.copyOf(parameters.texts(ChangeParameters.KIND)),
        causes.isEmpty() ? USUAL_CAUSES : Set.copyOf(causes));
  }

  @Override
  public boolean test(ChangeFacts facts) {
    return in(causes, code(facts.cause()))
        && in(kinds, facts.kind().code())
        && in(sources, facts.source())
        && in(organisations, facts.organisation())
        && in(series, facts.series())
        && in(occasions, facts.occasion())
        && in(briefings, facts.briefingId())
        && (in(exchanges, facts.exchangeId()) || in(exchanges, facts.previousId()))
        && any(outlets, facts.outlets())
        && any(spokespersons, facts.spokespersons())
        && any(askers, facts.askers())
        && any(answered, facts.answered())
        && followUp.filter(yes -> !facts.followUps().contains(yes)).isEmpty()
        && days.has(facts.date())
        && dated.filter(yes -> yes != (facts.date() != null)).isEmpty()
        && speaks(facts.language());
  }

  private static String code(Change.Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT);
  }

  private static boolean in(Set<String> wanted, String value) {
    return wanted.isEmpty() || (value != null && wanted.contains(value));
  }

  private static boolean any(Set<String> wanted, Set<String> values) {
    return wanted.isEmpty() || values.stream().anyMatch(wanted::contains);
  }

  private boolean speaks(String language) {
    return languages.isEmpty()
        || languages.stream()
            .anyMatch(
                tag -> tag.equals(language) || String.valueOf(language).startsWith(tag + '-'));
  }
}
