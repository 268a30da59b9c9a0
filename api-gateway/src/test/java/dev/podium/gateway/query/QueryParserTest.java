package dev.podium.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.podium.gateway.query.QueryNode.And;
import dev.podium.gateway.query.QueryNode.Field;
import dev.podium.gateway.query.QueryNode.Near;
import dev.podium.gateway.query.QueryNode.Not;
import dev.podium.gateway.query.QueryNode.Or;
import dev.podium.gateway.query.QueryNode.Term;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "corée                      | corée",
        "  corée   du\u3000nord     | (corée & du & nord)",
        "\"corée du nord\"          | \"corée du nord\"",
        "“corée du nord”            | \"corée du nord\"",
        "«corée du nord»            | \"corée du nord\"",
        "「朝鲜半岛」                 | \"朝鲜半岛\"",
        "a OR b c                   | (a + (b & c))",
        "a b OR c AND d             | ((a & b) + (c & d))",
        "(a OR b) c                 | ((a + b) & c)",
        "a -b                       | (a & !b)",
        "a NOT b                    | (a & !b)",
        "a AND NOT b                | (a & !b)",
        "-(a OR b)                  | !(a + b)",
        "NOT NOT a                  | a",
        "answer:peace               | answer:peace",
        "answer:\"two words\"       | answer:\"two words\"",
        "question:(a OR -b)         | (question:a + !question:b)",
        "-asker:AFP                 | !asker:AFP",
        "spokesperson:Geng          | spokesperson:Geng",
        "cor*                       | cor*",
        "answer:cor*                | answer:cor*",
        "covid-19                   | covid-19",
        "l'ONU                      | l'ONU",
        "10:30                      | 10:30",
        "问：半岛                     | 问：半岛",
        "and or not                 | (and & or & not)",
        "France – Allemagne         | (France & Allemagne)",
        "a - b                      | (a & b)",
        "𠮷野家                       | 𠮷野家",
        "a NEAR/5 b                 | <a ~5 b>",
        "\"a b\" NEAR/0 cor*       | <\"a b\" ~0 cor*>",
        "(a OR b OR \"c d\") NEAR/3 e | <[a b \"c d\"] ~3 e>",
        "answer:(a NEAR/5 b) c      | (<answer:a ~5 answer:b> & c)",
        "answer:a NEAR/5 answer:b   | <answer:a ~5 answer:b>",
        "-a NEAR/5 b                | !<a ~5 b>",
        "a NEAR/5 b OR c            | (<a ~5 b> + c)",
        "near a                     | (near & a)",
        "\"a b c\"~5              | <\"a\" ~5 \"b\" ~5 \"c\">",
        "question:\"a – b\"~0     | <question:\"a\" ~0 question:\"b\">",
      })
  void readsWhatIsMeant(String query, String tree) throws Exception {
    assertThat(show(QueryParser.parse(query))).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"open            | 0  | does not end",
        "a \"open          | 2  | does not end",
        "𠮷 “open          | 2  | does not end with ”",
        "\"\"              | 0  | no word",
        "a \"...\"         | 2  | no word",
        "...               | 0  | no word",
        "a OR              | 4  | missing at the end",
        "OR a              | 0  | missing before this OR",
        "a AND OR b        | 6  | missing before this OR",
        "a NOT             | 5  | missing at the end",
        "(a                | 0  | not closed",
        "a)                | 1  | closes none",
        "()                | 1  | missing before this parenthesis",
        "a (b OR )         | 8  | missing before this parenthesis",
        "title:a           | 0  | there is no field 'title'",
        "https://a.example | 0  | there is no field 'https'",
        "a answer:         | 9  | must follow 'answer:'",
        "answer:-a         | 7  | must follow 'answer:'",
        "answer:question:a | 7  | must follow 'answer:'",
        "answer:(question:a) | 8 | inside of another",
        "*                 | 0  | at the end of a word",
        "a*                | 1  | at the end of a word",
        "ab*cd             | 2  | at the end of a word",
        "ab**              | 2  | at the end of a word",
        "*ab               | 0  | at the end of a word",
        "a NEAR b          | 6  | how many words",
        "a NEAR/ b         | 7  | how many words",
        "a NEAR/x b        | 7  | how many words",
        "a NEAR/51 b       | 7  | the limit wordsBetween is 50",
        "𠮷 NEAR/-1 b       | 7  | how many words",
        "a NEAR/5          | 8  | missing at the end",
        "NEAR/5 a          | 0  | missing before this NEAR/5",
        "a NEAR/5 -b       | 9  | missing before this -",
        "(a b) NEAR/5 c    | 0  | beside NEAR stands",
        "c NEAR/5 (a OR -b) | 9 | beside NEAR stands",
        "a NEAR/5 b NEAR/5 c | 11 | join this one by AND",
        "a NEAR/5 answer:b | 2  | in one field",
        "asker:(a NEAR/5 b) | 9 | holds names",
        "\"a b\"~        | 6  | how many words",
        "\"a b\"~far     | 6  | how many words",
        "\"a\"~5         | 0  | one word alone",
        "asker:\"a b\"~5 | 6  | holds names",
      })
  void tellsWhatIsWrongAndWhere(String query, int position, String message) {
    QuerySyntaxException wrong =
        catchThrowableOfType(QuerySyntaxException.class, () -> QueryParser.parse(query));
    assertThat(wrong).hasMessageContaining(message);
    assertThat(wrong.position()).isEqualTo(position);
  }

  @Test
  void depthIsLimited() {
    String query = "(".repeat(400) + "a" + ")".repeat(400);
    assertThat(catchThrowableOfType(QuerySyntaxException.class, () -> QueryParser.parse(query)))
        .hasMessageContaining("nested deeper");
  }

  @Test
  void parenthesesBesideEachOtherAreNotDepth() throws Exception {
    assertThat(QueryParser.parse("(a) ".repeat(32))).isInstanceOf(And.class);
  }

  @Test
  void theNumberOfWordsIsLimited() {
    assertThat(
            catchThrowableOfType(
                QuerySyntaxException.class, () -> QueryParser.parse("a ".repeat(33))))
        .hasMessageContaining("the limit queryTerms, 32");
  }

  @Test
  void theLengthIsLimited() {
    assertThat(
            catchThrowableOfType(
                QuerySyntaxException.class, () -> QueryParser.parse("a".repeat(1001))))
        .hasMessageContaining("1001 characters; the limit queryLength is 1000");
  }

  @Test
  void theNumberOfWordsInAllIsLimited() {
    String chinese = "朝鲜半岛核试验是否恢复".repeat(20);
    String english = '"' + "a b ".repeat(101) + '"';
    for (String query : new String[] {chinese, english, chinese + " OR b"}) {
      assertThat(catchThrowableOfType(QuerySyntaxException.class, () -> QueryParser.parse(query)))
          .hasMessageContaining("the limit queryWords, 200");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-", "NOT", "- ", "\"", "(", ")", ":", "*", "\\", "\u0000", "answer:", "--", "-)"})
  void whateverComesEndsInATreeOrAnError(String piece) {
    for (String query : new String[] {piece, "a" + piece, piece + "a", "a " + piece + " b"}) {
      assertThat(outcome(query)).isNotBlank();
    }
  }

  private static String outcome(String query) {
    try {
      return show(QueryParser.parse(query));
    } catch (QuerySyntaxException e) {
      assertThat(e.position()).isBetween(0, query.codePointCount(0, query.length()));
      return e.getMessage();
    }
  }

  private static String show(QueryNode node) {
    return switch (node) {
      case And and -> join(and.nodes(), " & ");
      case Or or -> join(or.nodes(), " + ");
      case Not not -> "!" + show(not.node());
      case Term term -> show(term);
      case Near near ->
          near.sides().stream()
              .map(QueryParserTest::side)
              .collect(Collectors.joining(" ~" + near.distance() + " ", "<", ">"));
    };
  }

  private static String side(java.util.List<Term> terms) {
    return terms.size() == 1
        ? show(terms.getFirst())
        : terms.stream().map(QueryParserTest::show).collect(Collectors.joining(" ", "[", "]"));
  }

  private static String show(Term term) {
    String field = term.field() == Field.TEXT ? "" : term.field().code() + ":";
    return field
        + switch (term.form()) {
          case WORD -> term.text();
          case PHRASE -> "\"" + term.text() + "\"";
          case PREFIX -> term.text() + "*";
        };
  }

  private static String join(java.util.List<QueryNode> nodes, String by) {
    return nodes.stream().map(QueryParserTest::show).collect(Collectors.joining(by, "(", ")"));
  }
}
