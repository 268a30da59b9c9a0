package dev.podium.gateway.parameter;

import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a request's query parameters and collects all that is wrong with them, so that a caller
 * learns everything in one answer. What is read from a wrong parameter counts as absent until
 * {@link #check} ends the request.
 */
public final class Parameters {

  static final int MAX_VALUES = 50;
  static final int MAX_LENGTH = 2048;
  static final int MAX_CURSOR = 8192;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  // As many as a number in JSON is exact with everywhere.
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,16}");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final Map<String, List<String>> given = new LinkedHashMap<>();
  // What is read twice is wrong once.
  private final Set<Problem.Violation> wrong = new LinkedHashSet<>();

  /**
   * Takes a request's parameters; an empty value counts as absent.
   *
   * @param given as decoded from the address
   * @param known all that the address takes
   */
  public Parameters(Map<String, List<String>> given, List<QueryParameter> known) {
    Map<String, QueryParameter> byName = new LinkedHashMap<>();
    known.forEach(parameter -> byName.put(parameter.name(), parameter));
    given.forEach((name, values) -> take(byName.get(name), name, values, byName));
  }

  private void take(
      QueryParameter parameter,
      String name,
      List<String> values,
      Map<String, QueryParameter> byName) {
    if (parameter == null) {
      wrong(name, "there is no such parameter; this address knows " + names(byName));
      return;
    }
    List<String> filled = values.stream().filter(value -> !value.isBlank()).toList();
    if (filled.isEmpty()) {
      return;
    }
    String reason = unfit(parameter, filled);
    if (reason == null) {
      this.given.put(name, filled);
    } else {
      wrong(name, reason);
    }
  }

  private static String names(Map<String, QueryParameter> byName) {
    return byName.isEmpty() ? "none" : String.join(", ", byName.keySet());
  }

  private static String unfit(QueryParameter parameter, List<String> values) {
    if (!parameter.repeatable() && values.size() > 1) {
      return "it is given " + values.size() + " times, and may be given once";
    }
    if (values.size() > MAX_VALUES) {
      return "it is given " + values.size() + " times; the limit parameterValues is " + MAX_VALUES;
    }
    return values.stream()
        .map(value -> unfit(parameter, value))
        .filter(reason -> reason != null)
        .findFirst()
        .orElse(null);
  }

  private static String unfit(QueryParameter parameter, String value) {
    int longest = parameter.form().longest();
    if (value.length() > longest) {
      return "it has "
          + value.length()
          + " characters; the limit "
          + (parameter.form() == QueryParameter.Form.CURSOR ? "cursorLength" : "parameterLength")
          + " is "
          + longest;
    }
    if (value.codePoints().anyMatch(Parameters::isNoText)) {
      return "it holds control characters or broken ones";
    }
    if (!parameter.values().isEmpty() && !parameter.values().contains(value)) {
      return "'" + value + "' is none of " + String.join(", ", parameter.values());
    }
    return null;
  }

  private static boolean isNoText(int codePoint) {
    return (Character.isISOControl(codePoint) && !Character.isWhitespace(codePoint))
        || codePoint == 0xFFFD
        || Character.getType(codePoint) == Character.SURROGATE;
  }

  /** The value of one that is given once. */
  public Optional<String> text(QueryParameter parameter) {
    return texts(parameter).stream().findFirst();
  }

  /** All values of one that may be repeated, without repeats. */
  public List<String> texts(QueryParameter parameter) {
    return given.getOrDefault(parameter.name(), List.of()).stream().distinct().toList();
  }

  /** A calendar day. */
  public Optional<LocalDate> date(QueryParameter parameter) {
    return text(parameter).flatMap(value -> date(parameter, value));
  }

  private Optional<LocalDate> date(QueryParameter parameter, String value) {
    try {
      if (DATE.matcher(value).matches()) {
        return Optional.of(LocalDate.parse(value));
      }
    } catch (DateTimeParseException e) {
      wrong(parameter.name(), "there is no day " + value);
      return Optional.empty();
    }
    wrong(parameter.name(), "'" + value + "' is no day in the form 2017-03-01");
    return Optional.empty();
  }

  /** A time, or the beginning of a day in UTC. */
  public Optional<Instant> time(QueryParameter parameter) {
    return text(parameter).flatMap(value -> time(parameter, value));
  }

  private Optional<Instant> time(QueryParameter parameter, String value) {
    try {
      // A plus that nobody escaped is read as a space.
      Instant time =
          DATE.matcher(value).matches()
              ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
      if (!time.isBefore(Instant.EPOCH) && time.isBefore(LATEST)) {
        return Optional.of(time);
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    wrong(
        parameter.name(),
        "'"
            + value
            + "' is neither a time like 2026-03-01T08:30:00Z nor a day like 2026-03-01, from 1970"
            + " on");
    return Optional.empty();
  }

  /** A number, or what counts where there is none. */
  public int integer(QueryParameter parameter, int least, int most, int absent) {
    Optional<String> value = text(parameter);
    if (value.isEmpty()) {
      return absent;
    }
    if (NUMBER.matcher(value.get()).matches()) {
      int number = Integer.parseInt(value.get());
      if (number >= least && number <= most) {
        return number;
      }
    }
    wrong(parameter.name(), "'" + value.get() + "' is no number from " + least + " to " + most);
    return absent;
  }

  /** A version. */
  public Optional<Long> version(QueryParameter parameter) {
    Optional<String> value = text(parameter);
    if (value.isPresent() && !VERSION.matcher(value.get()).matches()) {
      wrong(parameter.name(), "'" + value.get() + "' is no version, a number of up to 16 digits");
      return Optional.empty();
    }
    return value.map(Long::valueOf);
  }

  /** Yes or no. */
  public Optional<Boolean> bool(QueryParameter parameter) {
    Optional<String> value = text(parameter);
    if (value.isPresent() && !value.get().equals("true") && !value.get().equals("false")) {
      wrong(parameter.name(), "'" + value.get() + "' is neither true nor false");
      return Optional.empty();
    }
    return value.map(Boolean::valueOf);
  }

  /** Notes what is wrong with a parameter. */
  public void wrong(String name, String detail) {
    wrong.add(new Problem.Violation(name, detail));
  }

  /**
   * Notes what is wrong with a parameter, and where.
   *
   * @param position of the first wrong code point, from 0
   */
  public void wrong(String name, String detail, int position) {
    wrong.add(new Problem.Violation(name, detail, position));
  }

  /**
   * Ends the request with 400 if anything was wrong.
   *
   * @throws ProblemException naming all that was
   */
  public void check() {
    if (!wrong.isEmpty()) {
      List<String> names = wrong.stream().map(Problem.Violation::name).distinct().toList();
      throw ProblemException.badRequest(
          "wrong parameters: " + String.join(", ", names), List.copyOf(wrong));
    }
  }

  /** What was given and can be read, for addresses that lead back to the same result. */
  public Map<String, List<String>> given() {
    return given;
  }
}
