package dev.podium.gateway.search;

import static dev.podium.gateway.search.Searches.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.corpus.OtherGeneration;
import dev.podium.gateway.corpus.SmallExchange;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks through all of a large index while it is written. */
@GatewayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkIT {

  private static final int EXCHANGES = Integer.getInteger("podium.walk.exchanges", 10_000);
  private static final int TOGETHER = 5000;
  private static final int MAC_BYTES = 16;
  private static final int POINT = 2;

  private final Random random = new Random(7);
  private final Set<String> changed = new HashSet<>();
  private OtherGeneration index;
  private int written;

  @BeforeAll
  void fill() throws IOException {
    index = new OtherGeneration("exchanges-walk-1");
    while (written < EXCHANGES) {
      write(Math.min(TOGETHER, EXCHANGES - written));
    }
  }

  @AfterAll
  void putBack() {
    index.close();
  }

  private void write(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(exchange(written++).lines());
    }
    index.write(lines);
  }

  // Words are rare and frequent and texts short and long, so that scores differ.
  private SmallExchange exchange(int number) {
    String text = "talks " + "talks ".repeat(random.nextInt(4)) + "of ".repeat(random.nextInt(9));
    return new SmallExchange(number, "en", text + "day " + number);
  }

  /** Others are written anywhere in the order, and some of those that were there are changed. */
  private void disturb() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      SmallExchange one = exchange(random.nextInt(EXCHANGES));
      changed.add(one.id());
      lines.append(one.lines());
    }
    index.write(lines);
    write(100);
  }

  @Test
  void byDateEachIsFoundOnceWhileOthersAreWrittenAlsoWhenTheMomentIsForgotten() throws IOException {
    Set<String> there = ids(written, Integer.MAX_VALUE);
    changed.clear();
    int pages = written / 1000;
    List<String> found = new ArrayList<>();
    List<Integer> resumed = new ArrayList<>();
    JsonPath page = get("/v1/exchanges?size=1000&sort=oldest&count=exact");
    assertThat(page.getInt("total")).isEqualTo(there.size());
    for (int i = 1; ; i++) {
      found.addAll(page.getList("items.id", String.class));
      if (page.get("resumed") != null) {
        resumed.add(i);
      }
      String next = page.getString("next");
      if (next == null) {
        break;
      }
      disturb();
      if (i == pages / 3) {
        index.forget(point(next));
      } else if (i == pages * 2 / 3) {
        index.rebuild("exchanges-walk-2");
      }
      page = get(next);
      assertThat(page.getInt("total")).isEqualTo(there.size());
    }
    assertThat(resumed).containsExactly(pages / 3 + 1, pages * 2 / 3 + 1);
    checkEachOnce(found, there);
  }

  @ParameterizedTest
  @ValueSource(strings = {"size=100&to=2001-02-19", "size=1000"})
  void byRelevanceEachIsFoundOnceWhileOthersAreWritten(String some) {
    Set<String> there = ids(written, some.contains("to") ? 50 : Integer.MAX_VALUE);
    changed.clear();
    List<String> found = new ArrayList<>();
    JsonPath page = get("/v1/exchanges?q=talks&count=exact&" + some);
    for (int i = 1; page.getString("next") != null; i++) {
      found.addAll(page.getList("items.id", String.class));
      if (i < 10) {
        disturb();
      }
      page = get(page.getString("next"));
      assertThat(page.getInt("total")).isEqualTo(there.size());
      assertThat(page.<Boolean>get("resumed")).isNull();
    }
    found.addAll(page.getList("items.id", String.class));
    checkEachOnce(found, there);
  }

  @Test
  void aPageCanBeReadAgainAlsoTheLast() {
    String next = get("/v1/exchanges?size=30&to=2001-01-02").getString("next");
    while (next != null) {
      JsonPath once = get(next);
      JsonPath again = get(next);
      assertThat(again.getList("items.id")).isNotEmpty().isEqualTo(once.getList("items.id"));
      next = again.getString("next");
    }
  }

  /** Whatever was there and was not changed; the lists are too long to be looked through. */
  private void checkEachOnce(List<String> found, Set<String> there) {
    Set<String> distinct = new HashSet<>(found);
    assertThat(found).hasSize(distinct.size());
    there.removeAll(changed);
    there.removeAll(distinct);
    assertThat(there).as("missed").isEmpty();
  }

  private static Set<String> ids(int count, int days) {
    return IntStream.range(0, count)
        .mapToObj(i -> new SmallExchange(i, "en", ""))
        .filter(one -> one.day() < days)
        .map(SmallExchange::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** The point in time that a cursor names. */
  private static String point(String next) throws IOException {
    String cursor = next.replaceAll(".*[?&]cursor=([^&]*).*", "$1");
    byte[] signed = Base64.getUrlDecoder().decode(cursor);
    ByteArrayInputStream payload =
        new ByteArrayInputStream(signed, MAC_BYTES, signed.length - MAC_BYTES);
    try (InputStream in = new InflaterInputStream(payload, new Inflater(true))) {
      JsonNode values = new ObjectMapper().readTree(in);
      return values.get(POINT).asText();
    }
  }
}
