package dev.podium.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.Vectors;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.event.MalformedEventException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What these tests hold was published: a change here breaks every reader's ids. */
class IdentitiesTest {

  static Stream<JsonNode> exchangeIds() {
    return Vectors.rows("exchange-ids");
  }

  static Stream<JsonNode> normalisedText() {
    return Vectors.rows("normalised-text");
  }

  static Stream<JsonNode> changeIds() {
    return Vectors.rows("change-ids");
  }

  static Stream<JsonNode> versions() {
    return Vectors.rows("versions");
  }

  static Stream<JsonNode> occasions() {
    return Vectors.rows("occasions");
  }

  static Stream<JsonNode> keys() {
    return Vectors.rows("briefing-keys");
  }

  static Stream<JsonNode> keysRefused() {
    return Vectors.rows("briefing-keys-refused");
  }

  @ParameterizedTest
  @MethodSource("exchangeIds")
  void handsOutExchangeIdsInReadingOrder(JsonNode row) {
    ExchangeIds ids = new ExchangeIds(Vectors.text(row, "briefingId"));
    for (JsonNode exchange : row.get("exchanges")) {
      Exchange.Kind kind = EventJson.MAPPER.convertValue(exchange.get("kind"), Exchange.Kind.class);
      assertThat(ids.next(kind, Vectors.text(exchange, "text")))
          .isEqualTo(Vectors.text(exchange, "id"));
    }
  }

  @ParameterizedTest
  @MethodSource("normalisedText")
  void normalisesText(JsonNode row) {
    String normalised = ExchangeIds.normalise(Vectors.text(row, "text"));

    assertThat(normalised).isEqualTo(Vectors.text(row, "normalised"));
    assertThat(ExchangeIds.normalise(normalised)).isEqualTo(normalised);
  }

  @Test
  void normalisesTextTheSameInATurkishLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.of("tr"));
    try {
      assertThat(ExchangeIds.normalise("I TITLE")).isEqualTo("ititle");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  @Timeout(20)
  void textOfNothingButMarksOrSigmasTakesNoLongerThanItsLength() {
    int many = 200_000;

    String marked = ExchangeIds.normalise("a" + "\u0301".repeat(many) + "\u0316".repeat(many));
    String halfWidth = ExchangeIds.normalise("\u0301\uff9e".repeat(many));
    String sigmas = ExchangeIds.normalise("\u03a3".repeat(many));

    assertThat(marked).isEqualTo("\u00e1");
    assertThat(halfWidth).isEmpty();
    assertThat(sigmas).hasSize(many);
  }

  @Test
  void aSigmaEndsItsWordAlsoInALongText() {
    String text =
        "\u039b\u039f\u0393\u039f\u03a3 \u039a\u0391\u0399 \u03a3\u0391\u03a3\u00a0\u039f\u03a3. ";

    assertThat(ExchangeIds.normalise(text.repeat(50)))
        .isEqualTo(text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "").repeat(50));
  }

  @ParameterizedTest
  @MethodSource("changeIds")
  void computesChangeIds(JsonNode row) {
    assertThat(
            ChangeIds.of(
                Vectors.text(row, "subjectId"),
                row.get("fromVersion").longValue(),
                row.get("toVersion").longValue(),
                EventJson.MAPPER.convertValue(row.get("kind"), Change.Kind.class)))
        .isEqualTo(Vectors.text(row, "id"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void computesVersionsAndReadsThemBack(JsonNode row) {
    Instant fetchedAt = Instant.parse(Vectors.text(row, "fetchedAt"));
    int release = row.get("release").intValue();

    long version = Versions.of(fetchedAt, release);

    assertThat(version).isEqualTo(row.get("version").longValue()).isLessThan(1L << 53);
    assertThat(Versions.fetchedAt(version)).isEqualTo(fetchedAt);
    assertThat(Versions.parserRelease(version)).isEqualTo(release);
  }

  @Test
  void dropsWhatIsFinerThanAMillisecond() {
    assertThat(Versions.of(Instant.parse("2017-03-01T08:30:00.000999999Z"), 1))
        .isEqualTo(Versions.of(Instant.parse("2017-03-01T08:30:00Z"), 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1000000000-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999Z",
        "2255-06-05T23:47:34.740Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  void refusesFetchTimesThatNoVersionHolds(Instant fetchedAt) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Versions.of(fetchedAt, 0))
        .withMessage("fetch time %s is out of range", fetchedAt);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void refusesReleasesThatNoVersionHolds(int release) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Versions.of(Instant.EPOCH, release))
        .withMessage("parser release %s is not 0 to 999", release);
  }

  @ParameterizedTest
  @MethodSource("occasions")
  void namesOccasions(JsonNode row) {
    String date = Vectors.text(row, "date");

    assertThat(
            Occasions.of(
                Vectors.text(row, "organisation"),
                Vectors.text(row, "series"),
                date == null ? null : LocalDate.parse(date)))
        .isEqualTo(Vectors.text(row, "occasion"));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void readsAndWritesBriefingKeys(JsonNode row) {
    String text = Vectors.text(row, "key");

    BriefingKey key = BriefingKey.parse(text);

    assertThat(key)
        .isEqualTo(new BriefingKey(Vectors.text(row, "briefingId"), row.get("version").longValue()))
        .hasToString(text);
  }

  @ParameterizedTest
  @MethodSource("keysRefused")
  void refusesWhatIsNoBriefingKey(JsonNode row) {
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> BriefingKey.parse(Vectors.text(row, "key")))
        .withMessageContaining(Vectors.text(row, "message"));
  }
}
