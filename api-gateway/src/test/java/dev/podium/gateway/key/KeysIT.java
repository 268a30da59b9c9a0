package dev.podium.gateway.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.access.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatewayTest
class KeysIT {

  private final Keys keys;
  private final KeyUse use;

  KeysIT(Keys keys, KeyUse use) {
    this.keys = keys;
    this.use = use;
  }

  /** Makes one through the API. */
  private static JsonPath make(String body) {
    return AdminKey.given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/keys")
        .then()
        .statusCode(201)
        .header("Cache-Control", equalTo("no-store"))
        .header("Location", containsString("/v1/keys/"))
        .extract()
        .jsonPath();
  }

  @Test
  void aKeyIsShownOnceAndKeptAsAHashOnly() {
    JsonPath made = make("{\"name\": \"desk\", \"scopes\": [\"read\"]}");
    String key = made.getString("key");

    AdminKey.given()
        .get("/v1/keys/" + made.getString("id"))
        .then()
        .statusCode(200)
        .body("name", equalTo("desk"))
        .body("scopes", equalTo(List.of("read")))
        .body("createdBy", equalTo("key:configured"))
        .body("key", nullValue());
    KeyRow row = keys.get(made.getString("id")).orElseThrow();
    assertThat(key).matches("podium_[a-z2-7]{12}_[a-z2-7]{52}").contains(row.id);
    assertThat(row.hash).isEqualTo(KeyText.hash(key));
  }

  @Test
  void aKeyOpensWhatItsScopeAllows() {
    String read = make("{\"name\": \"r\", \"scopes\": [\"read\"]}").getString("key");
    String write = make("{\"name\": \"w\", \"scopes\": [\"write\"]}").getString("key");
    String admin = make("{\"name\": \"a\", \"scopes\": [\"admin\"]}").getString("key");

    given().header("X-API-Key", read).get("/v1/exchanges?size=1").then().statusCode(200);
    given()
        .header("X-API-Key", read)
        .body("page")
        .post("/v1/pages?source=a")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", containsString("error=\"insufficient_scope\", scope=\"write\""))
        .body("code", equalTo("scope-missing"))
        .body("detail", containsString("write"));
    given()
        .header("Authorization", "Bearer " + write)
        .header("X-Forwarded-For", "1.2.3.4")
        .body("page")
        .post("/v1/pages?source=a")
        .then()
        .statusCode(200)
        .body(containsString("body 4"));
    given().header("X-API-Key", write).get("/v1/keys").then().statusCode(403);
    given().header("X-API-Key", admin).get("/v1/keys").then().statusCode(200);
  }

  @Test
  void aRevokedKeyOpensNothing() {
    JsonPath made = make("{\"name\": \"x\", \"scopes\": [\"read\"]}");
    String key = made.getString("key");
    given().header("X-API-Key", key).get("/v1/exchanges?size=1").then().statusCode(200);

    AdminKey.given().delete("/v1/keys/" + made.getString("id")).then().statusCode(204);

    given()
        .header("X-API-Key", key)
        .get("/v1/exchanges?size=1")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
        .body("code", equalTo("bad-credential"))
        .body("detail", not(containsString(key)));
    AdminKey.given().delete("/v1/keys/" + made.getString("id")).then().statusCode(204);
    AdminKey.given()
        .get("/v1/keys/" + made.getString("id"))
        .then()
        .body("revokedAt", notNullValue())
        .body("revokedBy", equalTo("key:configured"));
  }

  @Test
  void aKeyThatIsOverOpensNothing() {
    JsonPath made =
        make("{\"name\": \"x\", \"scopes\": [\"read\"], \"expiresAt\": \"2999-01-01T00:00:00Z\"}");
    String key = made.getString("key");
    given().header("X-API-Key", key).get("/v1/exchanges?size=1").then().statusCode(200);

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              keys.update("expiresAt = ?1 where id = ?2", Instant.EPOCH, made.getString("id"));
              keys.getEntityManager()
                  .createNativeQuery("update api_key_edition set edition = edition + 1")
                  .executeUpdate();
            });
    make("{\"name\": \"so that the keys are read again\", \"scopes\": [\"read\"]}");

    given().header("X-API-Key", key).get("/v1/exchanges?size=1").then().statusCode(401);
  }

  @Test
  void aKeyThatAnotherInstanceHasJustMadeOpens() {
    Keys.Made made = keys.make("elsewhere", List.of(Scope.READ), null, "x");
    given().header("X-API-Key", made.key()).get("/v1/exchanges?size=1").then().statusCode(200);
  }

  @Test
  void nobodyGuessesASecretOfAnId() {
    String key = make("{\"name\": \"x\", \"scopes\": [\"admin\"]}").getString("key");
    String other = key.substring(0, key.length() - 1) + (key.endsWith("a") ? "b" : "a");

    given().header("X-API-Key", other).get("/v1/keys").then().statusCode(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | bad-json",
        "[] | bad-json",
        "{\"name\": | bad-json",
        "{\"name\": \"a\", \"name\": \"b\", \"scopes\": [\"read\"]} | bad-json",
        "{} | name scopes",
        "{\"name\": \"\", \"scopes\": [\"read\"]} | name",
        "{\"name\": 7, \"scopes\": [\"read\"]} | name",
        "{\"name\": \"a\\nb\", \"scopes\": [\"read\"]} | name",
        "{\"name\": \"a\", \"scopes\": \"read\"} | scopes",
        "{\"name\": \"a\", \"scopes\": [\"root\"]} | scopes",
        "{\"name\": \"a\", \"scopes\": [null]} | scopes",
        "{\"name\": \"a\", \"scopes\": [\"read\"], \"admin\": true} | admin",
        "{\"name\": \"a\", \"scopes\": [\"read\"], \"hash\": \"x\"} | hash",
        "{\"name\": \"a\", \"scopes\": [\"read\"], \"expiresAt\": \"soon\"} | expiresAt",
        "{\"name\": \"a\", \"scopes\": [\"read\"], \"expiresAt\": \"2001-01-01T00:00:00Z\"} | expiresAt",
        "{\"name\": \"a\", \"scopes\": [\"read\"], \"expiresAt\": \"+999999999-01-01T00:00:00Z\"} | expiresAt",
        "{\"name\": \"a\", \"scopes\": [\"read\"], \"expiresAt\": \"+10000-01-01T00:00:00Z\"} | expiresAt",
      })
  void aWrongRequestIsToldAllThatIsWrong(String body, String wrong) {
    var answer =
        AdminKey.given()
            .contentType(ContentType.JSON)
            .body(body == null ? "" : body)
            .post("/v1/keys")
            .then()
            .statusCode(400)
            .contentType("application/problem+json");
    if (wrong.equals("bad-json")) {
      answer.body("code", equalTo("bad-json"));
    } else {
      answer.body("errors.name", hasItems(wrong.split(" ", -1)));
    }
  }

  @Test
  void theListIsCutIntoPages() {
    make("{\"name\": \"1\", \"scopes\": [\"read\"]}");
    make("{\"name\": \"2\", \"scopes\": [\"read\"]}");
    String next =
        AdminKey.given().get("/v1/keys?size=1").then().statusCode(200).extract().path("next");
    String first = AdminKey.given().get("/v1/keys?size=1").then().extract().path("items[0].id");

    AdminKey.given()
        .get(next)
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(first)))
        .body("items.size()", equalTo(1));
    AdminKey.given().get("/v1/keys?size=0").then().statusCode(400);
    AdminKey.given().get("/v1/keys?x=0").then().statusCode(400);
    AdminKey.given().get("/v1/keys/nonsense").then().statusCode(404);
    AdminKey.given().delete("/v1/keys/aaaaaaaaaaaa").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({"POST, /v1/keys", "GET, /v1/keys/ID", "DELETE, /v1/keys/ID", "GET, /v1/quota"})
  void anUnknownParameterIsWrong(String method, String path) {
    String id = make("{\"name\": \"x\", \"scopes\": [\"read\"]}").getString("id");

    AdminKey.given()
        .contentType(ContentType.JSON)
        .body("{\"name\": \"y\", \"scopes\": [\"read\"]}")
        .request(method, path.replace("ID", id) + "?dryRun=true")
        .then()
        .statusCode(400)
        .body("errors.name", hasItem("dryRun"));
    AdminKey.given().get("/v1/keys/" + id).then().statusCode(200).body("revokedAt", nullValue());
  }

  @Test
  void itIsKnownWhenAKeyWasUsedLast() {
    JsonPath made = make("{\"name\": \"x\", \"scopes\": [\"read\"]}");
    given().header("X-API-Key", made.getString("key")).get("/v1/sources").then().statusCode(200);

    use.write();

    assertThat(keys.get(made.getString("id")).orElseThrow().lastUsedAt)
        .isAfter(Instant.now().minusSeconds(60));
  }

  @Test
  void whereNoAdminKeyIsThereOneIsMadeOnce() {
    QuarkusTransaction.requiringNew()
        .run(() -> keys.update("revokedAt = ?1 where revokedAt is null", Instant.now()));

    Optional<Keys.Made> first = keys.makeFirst();
    Optional<Keys.Made> second = keys.makeFirst();

    assertThat(second).isEmpty();
    given().header("X-API-Key", first.orElseThrow().key()).get("/v1/keys").then().statusCode(200);
    assertThat(Set.of(first.get().row().scopes)).containsExactly("admin");
  }
}
