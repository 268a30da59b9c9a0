package dev.podium.gateway.cursor;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.podium.kit.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors: where a page of results ended, signed, and good for the query that it belongs to only.
 *
 * <p>Inside is JSON, deflated since the addresses of pages hold it: the form of the cursor, a hash
 * of the query, and the sort values of the last hit.
 */
@ApplicationScoped
public class Cursors {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MAC_BYTES = 16;
  private static final int HASH_BYTES = 8;
  private static final int FORM = 2;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final CursorKeys keys;

  Cursors(CursorKeys keys) {
    this.keys = keys;
  }

  /**
   * The cursor behind a hit.
   *
   * @param query all that decides which results there are and in which order
   * @param after the hit's sort values
   */
  public String write(String query, List<FieldValue> after) {
    ArrayNode json = JSON.createArrayNode().add(FORM).add(hash(query));
    after.forEach(value -> add(json, value));
    byte[] payload = deflated(json.toString().getBytes(StandardCharsets.UTF_8));
    byte[] signed = Arrays.copyOf(mac(keys.all().getFirst(), payload), MAC_BYTES + payload.length);
    System.arraycopy(payload, 0, signed, MAC_BYTES, payload.length);
    return ENCODER.encodeToString(signed);
  }

  private static void add(ArrayNode json, FieldValue value) {
    switch (value._kind()) {
      case Double -> json.add(value.doubleValue());
      case Long -> json.add(value.longValue());
      case String -> json.add(value.stringValue());
      case Null -> json.addNull();
      case Boolean, Any -> throw new IllegalStateException("not a sort value: " + value);
    }
  }

  /**
   * The sort values behind which the next results are.
   *
   * @throws CursorException if it is none of ours or belongs to another query
   */
  public List<FieldValue> read(String cursor, String query) throws CursorException {
    JsonNode json = json(inflated(verified(cursor)));
    if (json.path(0).asInt() != FORM) {
      throw new CursorException("it is of an earlier release; begin again without it");
    }
    if (!json.path(1).asText().equals(hash(query))) {
      throw new CursorException(
          "it belongs to another query: only size may change on the way; begin again without it");
    }
    List<FieldValue> after = new ArrayList<>();
    for (int i = 2; i < json.size(); i++) {
      after.add(value(json.get(i)));
    }
    return after;
  }

  private byte[] verified(String cursor) throws CursorException {
    byte[] signed = decoded(cursor);
    if (signed.length > MAC_BYTES) {
      byte[] payload = Arrays.copyOfRange(signed, MAC_BYTES, signed.length);
      byte[] mac = Arrays.copyOf(signed, MAC_BYTES);
      if (isSigned(payload, mac) || (keys.renew() && isSigned(payload, mac))) {
        return payload;
      }
    }
    throw new CursorException(
        "it is none of this service's cursors, or too old; begin again without it");
  }

  private boolean isSigned(byte[] payload, byte[] mac) {
    return keys.all().stream()
        .anyMatch(key -> MessageDigest.isEqual(mac, Arrays.copyOf(mac(key, payload), MAC_BYTES)));
  }

  private static byte[] decoded(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        OutputStream out = new DeflaterOutputStream(deflated, deflater)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return deflated.toByteArray();
  }

  // Only what we have signed comes here, so that nobody can make it grow.
  private static byte[] inflated(byte[] payload) throws CursorException {
    try (Inflater inflater = new Inflater(true);
        InputStream in = new InflaterInputStream(new ByteArrayInputStream(payload), inflater)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new CursorException("it is of an earlier release; begin again without it");
    }
  }

  private static JsonNode json(byte[] payload) {
    try {
      return JSON.readTree(new String(payload, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a cursor that we signed holds no JSON", e);
    }
  }

  private static FieldValue value(JsonNode node) {
    if (node.isNull()) {
      return FieldValue.NULL;
    }
    if (node.isTextual()) {
      return FieldValue.of(node.asText());
    }
    return node.isIntegralNumber() ? FieldValue.of(node.asLong()) : FieldValue.of(node.asDouble());
  }

  private static String hash(String query) {
    byte[] digest = Sha256.of(query.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
  }

  private static byte[] mac(byte[] key, byte[] payload) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(payload);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
