package dev.podium.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.kit.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Base64;

/** Answers with a tag of the very bytes, or with 304 where the caller has them. */
@ApplicationScoped
public class EntityTags {

  /** Caches may keep it, and ask before they use it. */
  public static final String REVALIDATE = "no-cache";

  // A day, and not a year as the words would allow: what a court takes away must end in caches too.
  private static final String UNCHANGING = "public, max-age=86400, immutable";

  private final ObjectMapper json;

  EntityTags(ObjectMapper json) {
    this.json = json;
  }

  /** The entity as JSON, unless the request's preconditions say that it is known. */
  public Response answer(Request request, Object entity) {
    return answer(request, entity, REVALIDATE);
  }

  /** The same for an entity that never changes, which caches may keep for a day. */
  public Response answerUnchanging(Request request, Object entity) {
    return answer(request, entity, UNCHANGING);
  }

  private Response answer(Request request, Object entity, String caching) {
    return answer(request, bytes(entity), MediaType.APPLICATION_JSON_TYPE, caching);
  }

  /**
   * The bytes, unless the request's preconditions say that they are known.
   *
   * @param caching what caches may do, as {@code Cache-Control} has it
   */
  public Response answer(Request request, byte[] body, MediaType type, String caching) {
    return answer(request, body, type, caching, new EntityTag(hash(body)));
  }

  /**
   * The same with another tag, of an answer that has something new in it each time.
   *
   * @param tag of what matters in it
   */
  public Response answer(
      Request request, byte[] body, MediaType type, String caching, EntityTag tag) {
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response = known != null ? known : Response.ok(body, type);
    return response.tag(tag).header("Cache-Control", caching).build();
  }

  /** The entity as JSON, byte for byte as it is answered. */
  public byte[] bytes(Object entity) {
    try {
      return json.writeValueAsBytes(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written as JSON", e);
    }
  }

  /** A tag of an answer that is made of these bytes and too long to be looked at itself. */
  public static EntityTag weak(byte[] of) {
    return new EntityTag(hash(of), true);
  }

  private static String hash(byte[] body) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(body)).substring(0, 22);
  }
}
