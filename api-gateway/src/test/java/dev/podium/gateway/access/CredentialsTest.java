package dev.podium.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  @ParameterizedTest
  @CsvSource({
    "Authorization, Bearer abc, abc",
    "authorization, bearer  a.b-c_d~e+f/g==, a.b-c_d~e+f/g==",
    "X-API-Key, abc, abc",
  })
  void isFoundInEitherHeader(String name, String value, String credential) throws Exception {
    assertThat(Credentials.of(headers().add(name, value))).hasValue(credential);
  }

  @Test
  void withoutAHeaderThereIsNone() throws Exception {
    assertThat(Credentials.of(headers().add("Cookie", "key=abc"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Bearer ä"})
  void otherFormsAreNotValid(String value) {
    assertThatThrownBy(() -> Credentials.of(headers().add("Authorization", value)))
        .isInstanceOfSatisfying(
            CredentialException.class,
            e -> {
              assertThat(e.refusal().problem().status()).isEqualTo(401);
              assertThat(e).hasMessageContaining("Authorization");
            });
  }

  @Test
  void twoAreNoneOfThem() {
    MultiMap headers = headers().add("Authorization", "Bearer abc").add("X-API-Key", "abc");
    assertThatThrownBy(() -> Credentials.of(headers))
        .isInstanceOfSatisfying(
            CredentialException.class,
            e -> assertThat(e.refusal().problem().status()).isEqualTo(400));
  }

  private static MultiMap headers() {
    return MultiMap.caseInsensitiveMultiMap();
  }
}
