package dev.podium.gateway.cursor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

  private static final String QUERY = "exchanges q=corée";
  private static final List<FieldValue> AFTER =
      List.of(
          FieldValue.of(1.2345678),
          FieldValue.of(1488326400000L),
          FieldValue.of(Long.MIN_VALUE),
          FieldValue.of("abcdefghij234567"),
          FieldValue.of(3L),
          FieldValue.NULL);

  private final Cursors cursors = new Cursors(keys("a secret of some length"));

  @Test
  void leadsBackToTheSamePlace() throws Exception {
    assertThat(show(cursors.read(cursors.write(QUERY, AFTER), QUERY))).isEqualTo(show(AFTER));
  }

  @Test
  void fitsAnAddress() {
    assertThat(cursors.write(QUERY, AFTER)).matches("[A-Za-z0-9_-]{1,300}");
  }

  @Test
  void whatRepeatsItselfTakesLittleRoom() {
    String ids = "abcdefghij234567 ".repeat(100);
    assertThat(cursors.write(QUERY, List.of(FieldValue.of(ids)))).hasSizeLessThan(300);
  }

  @Test
  void isGoodForItsQueryOnly() {
    String cursor = cursors.write(QUERY, AFTER);
    assertThatThrownBy(() -> cursors.read(cursor, QUERY + "x"))
        .isInstanceOf(CursorException.class)
        .hasMessageContaining("another query");
  }

  @Test
  void anotherSecretDoesNotReadIt() {
    String cursor = cursors.write(QUERY, AFTER);
    Cursors other = new Cursors(keys("another secret of length"));
    assertThatThrownBy(() -> other.read(cursor, QUERY)).isInstanceOf(CursorException.class);
  }

  @Test
  void aSecretThatWasFollowedByAnotherStillVerifies() throws Exception {
    String cursor = cursors.write(QUERY, AFTER);
    Cursors later = new Cursors(keys("another secret of length", "a secret of some length"));
    assertThat(show(later.read(cursor, QUERY))).isEqualTo(show(AFTER));
  }

  @Test
  void aSecretThatAnotherInstanceHasJustMadeIsLookedFor() throws Exception {
    String cursor = cursors.write(QUERY, AFTER);
    Cursors elsewhere = new Cursors(new Late("a secret of some length"));
    assertThat(show(elsewhere.read(cursor, QUERY))).isEqualTo(show(AFTER));
  }

  @Test
  void everyChangedByteIsNoticed() {
    byte[] cursor = Base64.getUrlDecoder().decode(cursors.write(QUERY, AFTER));
    assertThat(IntStream.range(0, cursor.length))
        .allSatisfy(
            i -> {
              byte[] changed = cursor.clone();
              changed[i] ^= 1;
              String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
              assertThatThrownBy(() -> cursors.read(text, QUERY))
                  .isInstanceOf(CursorException.class);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%%%", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA", "é", "null"})
  void nonsenseIsRefused(String cursor) {
    assertThatThrownBy(() -> cursors.read(cursor, QUERY)).isInstanceOf(CursorException.class);
  }

  private static CursorKeys keys(String... secrets) {
    return new CursorKeys() {
      @Override
      public List<byte[]> all() {
        return Stream.of(secrets).map(secret -> secret.getBytes(UTF_8)).toList();
      }

      @Override
      public boolean renew() {
        return false;
      }
    };
  }

  /** Knows a secret only after it has looked for it. */
  private static final class Late implements CursorKeys {

    private final String secret;
    private String known = "another secret of length";

    Late(String secret) {
      this.secret = secret;
    }

    @Override
    public List<byte[]> all() {
      return List.of(known.getBytes(UTF_8));
    }

    @Override
    public boolean renew() {
      known = secret;
      return true;
    }
  }

  private static List<String> show(List<FieldValue> values) {
    return values.stream().map(value -> value._kind() + " " + value._get()).toList();
  }
}
