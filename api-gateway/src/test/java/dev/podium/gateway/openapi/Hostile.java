package dev.podium.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Values that nobody means well with, always the same ones for a seed. */
final class Hostile {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\u001b[31m",
          "\n",
          "\r\nX-Injected: 1",
          "\t",
          "-1",
          "0",
          "1",
          "2147483648",
          "9007199254740993",
          "99999999999999999999",
          "1e9",
          "1.5",
          "0x10",
          "NaN",
          "Infinity",
          "null",
          "undefined",
          "true",
          "TRUE",
          "[]",
          "{}",
          "{\"a\":{\"$gt\":1}}",
          "' OR '1'='1",
          "'; DROP TABLE api_key;--",
          "1;SELECT pg_sleep(60)",
          "<script>alert(1)</script>",
          "${jndi:ldap://127.0.0.1/x}",
          "{{7*7}}",
          "#{7*7}",
          "../../etc/passwd",
          "..\\..\\x",
          "%2e%2e%2f",
          "*",
          "**",
          "a*",
          "*a",
          "?",
          "\"",
          "\"\"",
          "\"a",
          "(",
          "((((((((((a",
          "a)",
          "NOT",
          "AND",
          "OR a",
          "a AND",
          "NOT NOT NOT a",
          "question:",
          "question:(a",
          "nothing:a",
          "a:b:c",
          "\\",
          "a\\",
          "/.*/",
          "[a TO b]",
          "a~2",
          "a^9",
          "a NEAR/3 b",
          "2024-02-30",
          "0000-00-00",
          "9999999-01-01",
          "-0001-01-01",
          "+292278994-08-17",
          "2024-01-01T00:00:00Z",
          "_id",
          "_source",
          "__proto__",
          "constructor",
          "zh-Hant-TW-x-private",
          "x-klingon",
          "i-default",
          "١٢٣",
          "１２",
          "²",
          "½",
          "\u202Etxt.exe",
          "\u2066a\u2069",
          "\uFEFFa",
          "\uFFFD",
          "\uFFFF",
          "e\u0301\u0301\u0301",
          "ﷺﷺﷺ",
          "İıſß",
          "𠮷野家😀",
          "👩‍👩‍👧‍👦",
          "http://169.254.169.254/latest/meta-data",
          "file:///etc/passwd",
          "javascript:alert(1)",
          "http://[::1]:9200/",
          "http://",
          "//",
          "https://x.example/\u0000",
          "aaaaaaaaaaaaaaaa",
          "AAAAAAAAAAAAAAAA",
          "0:17,1:9",
          "0:-1",
          "99:99999999999999999999",
          "eyJ2IjoxfQ.AAAA",
          "....",
          "W/\"x\"",
          "\"");

  /** Sent as they are: no client would, but anybody can. */
  private static final List<String> BROKEN_ESCAPES =
      List.of(
          "%",
          "%z", "%zz", "%0", "%C3", "%C3%28", "%ED%A0%80", "%F0%9F", "%FF%FE", "%C0%80", "%00");

  private final Random random;

  Hostile(Random random) {
    this.random = random;
  }

  /** A text. */
  String text() {
    return switch (random.nextInt(10)) {
      case 0 -> one(TEXTS).repeat(1 + random.nextInt(200));
      case 1 -> one(TEXTS) + one(TEXTS) + one(TEXTS);
      case 2 -> characters(random.nextInt(60));
      case 3 -> "x".repeat(random.nextInt(6000));
      default -> one(TEXTS);
    };
  }

  /** A piece of an address that is no encoding of anything. */
  String brokenEscape() {
    return one(BROKEN_ESCAPES);
  }

  private String characters(int count) {
    return random
        .ints(0, Character.MAX_CODE_POINT + 1)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .limit(count)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** Some JSON value. */
  JsonNode json() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (random.nextInt(9)) {
      case 0 -> nodes.nullNode();
      case 1 -> nodes.numberNode(random.nextLong());
      case 2 -> nodes.numberNode(random.nextGaussian() * 1e300);
      case 3 -> nodes.booleanNode(random.nextBoolean());
      case 4 -> nodes.arrayNode().add(text()).add(nodes.objectNode());
      case 5 -> nodes.objectNode().put(text(), text());
      case 6 -> deep();
      default -> nodes.textNode(text());
    };
  }

  private JsonNode deep() {
    ArrayNode outer = JsonNodeFactory.instance.arrayNode();
    ArrayNode inner = outer;
    for (int i = 0; i < 400; i++) {
      inner = inner.addArray();
    }
    return outer;
  }

  /** A body that is almost the good one, or none of JSON at all. */
  String body(JsonNode good) {
    return switch (random.nextInt(8)) {
      case 0 -> text();
      case 1 -> good.toString().substring(0, random.nextInt(good.toString().length() + 1));
      case 2 -> json().toString();
      case 3 -> "[".repeat(20_000);
      case 4 -> good.toString();
      default -> changed(good).toString();
    };
  }

  private JsonNode changed(JsonNode good) {
    if (!good.isObject() || good.isEmpty()) {
      return json();
    }
    ObjectNode changed = good.deepCopy();
    String field = one(good.properties().stream().map(java.util.Map.Entry::getKey).toList());
    switch (random.nextInt(4)) {
      case 0 -> changed.remove(field);
      case 1 -> changed.set(text(), json());
      default -> changed.set(field, json());
    }
    return changed;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
