package dev.podium.parse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.podium.parse.briefing.ParserFiles;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Twice the page, twice the work: of every kind of page, in every dialect. Work is counted, in
 * steps of the parser ({@link CountingLoader}) and in bytes that it allocates, which also shows
 * what Java's own methods copy.
 */
class BoundedWorkTest {

  private static final String DIALECT = "mfa-cn-en";
  private static final int SMALL = 2_400;

  /** A hundred thousand tags, paragraphs or labels, or one line of more than a million signs. */
  private static final int FULL = SMALL * 512;

  private static final int LARGEST = SMALL * 4096;

  /** Twice as much takes a tenth more than twice at most; what is quadratic takes four times. */
  private static final double TWICE = 2.2;

  /** Longer pages have longer numbers in their labels. */
  private static final double AS_MUCH = 1.1;

  private static final int MOST_STEPS = 1_000;
  private static final int MOST_BYTES = 10_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final CountedParser PARSER = CountingLoader.parser(HostileParser.class.getName());

  /** Of a parse, for each character of its page. */
  private record Effort(double steps, double bytes) {}

  static List<HostilePage> pages() {
    return HostilePage.all();
  }

  /** Without those that take long and are like others. */
  static List<HostilePage> fullPages() {
    Set<String> likeOthers =
        Set.of(
            "lists",
            "labels of all",
            "speakers of all",
            "joint askers",
            "dividers",
            "date lines",
            "titles",
            "title",
            "heading",
            "language",
            "address",
            "wrapped labels",
            "wrapped Markdown");
    return pages().stream().filter(page -> !likeOthers.contains(page.name())).toList();
  }

  static List<HostilePage> largestPages() {
    Set<String> names = Set.of("ordinary", "words", "front matter", "quoted front matter");
    return pages().stream().filter(page -> names.contains(page.name())).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void twiceThePageIsTwiceTheWorkInEveryDialect(HostilePage page) {
    List<String> dialects = new ArrayList<>(ParserFiles.dialects(null).ids());
    dialects.add(HostileParser.CATASTROPHIC);
    for (String dialect : dialects) {
      Effort once = effort(page, SMALL, dialect);
      Effort twice = effort(page, SMALL * 2, dialect);
      Effort fourTimes = effort(page, SMALL * 4, dialect);

      assertGrowth(dialect, once, twice, TWICE / 2);
      assertGrowth(dialect, twice, fourTimes, TWICE / 2);
    }
  }

  @ParameterizedTest
  @MethodSource("fullPages")
  void aMillionCharactersTakeAsMuchEachAsFew(HostilePage page) {
    Effort few = effort(page, SMALL * 4, DIALECT);
    Effort many = effort(page, FULL, DIALECT);

    assertGrowth(DIALECT, few, many, AS_MUCH);
    assertThat(many.steps()).isLessThan(MOST_STEPS);
    assertThat(many.bytes()).isLessThan(MOST_BYTES);
  }

  @ParameterizedTest
  @MethodSource("largestPages")
  void tenMebibytesTakeAsMuchEachAsFew(HostilePage page) {
    Effort few = effort(page, SMALL * 4, DIALECT);
    Effort many = effort(page, LARGEST, DIALECT);

    assertGrowth(DIALECT, few, many, AS_MUCH);
  }

  private static void assertGrowth(String dialect, Effort less, Effort more, double margin) {
    assertThat(more.steps()).as("steps in " + dialect).isLessThan(less.steps() * margin);
    assertThat(more.bytes()).as("bytes in " + dialect).isLessThan(less.bytes() * margin);
  }

  private static Effort effort(HostilePage page, int length, String dialect) {
    byte[] body = page.of(length);
    long steps = Work.steps();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    PARSER.parse(body, dialect, page.contentType());
    return new Effort(
        1.0 * (Work.steps() - steps) / length,
        1.0 * (THREADS.getCurrentThreadAllocatedBytes() - bytes) / length);
  }
}
