package dev.podium.gateway.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.podium.gateway.parameter.QueryParameter.Form;
import dev.podium.kit.problem.Problem.Violation;
import dev.podium.kit.problem.ProblemException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  private static final QueryParameter Q = QueryParameter.one("q", Form.TEXT, "", null);
  private static final QueryParameter FROM = QueryParameter.one("from", Form.DATE, "", null);
  private static final QueryParameter SIZE = QueryParameter.one("size", Form.INTEGER, "", null);
  private static final QueryParameter YES = QueryParameter.one("yes", Form.BOOLEAN, "", null);
  private static final QueryParameter SOURCE = QueryParameter.many("source", "", null);
  private static final QueryParameter KIND = QueryParameter.choices("kind", List.of("a", "b"), "");
  private static final List<QueryParameter> ALL = List.of(Q, FROM, SIZE, YES, SOURCE, KIND);

  @Test
  void readsWhatIsGiven() {
    Parameters parameters =
        parameters(
            Map.of(
                "q", List.of("corée"),
                "from", List.of("2017-03-01"),
                "size", List.of("7"),
                "yes", List.of("true"),
                "source", List.of("x", "y", "x")));
    assertThat(parameters.text(Q)).hasValue("corée");
    assertThat(parameters.date(FROM)).hasValue(LocalDate.of(2017, 3, 1));
    assertThat(parameters.integer(SIZE, 1, 10, 5)).isEqualTo(7);
    assertThat(parameters.bool(YES)).hasValue(true);
    assertThat(parameters.texts(SOURCE)).containsExactly("x", "y");
    parameters.check();
  }

  @Test
  void whatIsEmptyIsAbsent() {
    Parameters parameters =
        parameters(Map.of("q", List.of(""), "size", List.of(" "), "source", List.of("", "x")));
    assertThat(parameters.text(Q)).isEmpty();
    assertThat(parameters.integer(SIZE, 1, 10, 5)).isEqualTo(5);
    assertThat(parameters.texts(SOURCE)).containsExactly("x");
    parameters.check();
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    Parameters parameters =
        parameters(Map.of("from", List.of("yesterday"), "size", List.of("11"), "qq", List.of("")));
    var _ = parameters.date(FROM);
    var _ = parameters.integer(SIZE, 1, 10, 5);
    assertThat(wrong(parameters)).extracting(Violation::name).contains("from", "size", "qq");
  }

  @Test
  void namesWhatItKnows() {
    assertThat(wrong(parameters(Map.of("qq", List.of("x")))))
        .singleElement()
        .extracting(Violation::detail)
        .asString()
        .contains("q, from, size, yes, source, kind");
  }

  @Test
  void oneThatIsGivenOnceMayNotBeRepeated() {
    assertThat(wrong(parameters(Map.of("q", List.of("a", "b"))))).hasSize(1);
  }

  @Test
  void theNumberOfValuesIsLimited() {
    assertThat(wrong(parameters(Map.of("source", Collections.nCopies(51, "x"))))).hasSize(1);
  }

  @Test
  void theLengthOfValuesIsLimited() {
    assertThat(wrong(parameters(Map.of("q", List.of("x".repeat(2049)))))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "\u001b[0m", "\uD800", "\uDC00x", "\uFFFD"})
  void controlAndBrokenCharactersAreRefused(String value) {
    assertThat(wrong(parameters(Map.of("q", List.of(value))))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-02-29",
        "2017-13-01",
        "2017-3-1",
        "01.03.2017",
        "+2017-03-01",
        "12017-03-01",
        "2017-03-01T00:00:00Z",
        "now-1d",
        "٢٠١٧-٠٣-٠١",
        "2017-03-01||/y"
      })
  void whatIsNoDayIsRefused(String value) {
    Parameters parameters = parameters(Map.of("from", List.of(value)));
    assertThat(parameters.date(FROM)).isEmpty();
    assertThat(wrong(parameters)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "+5", "٥", "11", "-1", "1.5", "1e1", "99999999999999999999", "x", "0x5"})
  void whatIsNoNumberInTheRangeIsRefused(String value) {
    Parameters parameters = parameters(Map.of("size", List.of(value)));
    assertThat(parameters.integer(SIZE, 1, 10, 5)).isEqualTo(5);
    assertThat(wrong(parameters)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"kind,c", "kind,A", "kind,a b", "yes,1", "yes,TRUE"})
  void whatIsNoneOfTheChoicesIsRefused(String name, String value) {
    Parameters parameters = parameters(Map.of(name, List.of(value)));
    var _ = parameters.bool(YES);
    assertThat(wrong(parameters)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "fr, fr",
    "FR, fr",
    "zh-hant, zh-Hant",
    "zh-Hant-TW, zh-Hant-TW",
    "en-us, en-US",
    "und, und",
  })
  void languagesHaveOneSpelling(String given, String tag) {
    assertThat(LanguageTags.canonical(given)).hasValue(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"french language", "f", "zh_Hant", "fr-", "-fr", "*", "français", "x"})
  void whatIsNoLanguageIsRefused(String given) {
    assertThat(LanguageTags.canonical(given)).isEmpty();
  }

  private static Parameters parameters(Map<String, List<String>> given) {
    return new Parameters(given, ALL);
  }

  private static List<Violation> wrong(Parameters parameters) {
    return catchThrowableOfType(ProblemException.class, parameters::check).problem().errors();
  }
}
