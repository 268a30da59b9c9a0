package dev.podium.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Answers with a tag of the very bytes, or with 304 where the caller has them. */
@ApplicationScoped
public class EntityTags {

  private static final String REVALIDATE = "no-cache";

  private final ObjectMapper json;

  EntityTags(ObjectMapper json) {
    this.json = json;
  }

  /** The entity as JSON, unless the request's preconditions say that it is known. */
  public Response answer(Request request, Object entity) {
    byte[] body = bytes(entity);
    EntityTag tag = new EntityTag(hash(body));
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response =
        known != null ? known : Response.ok(body, MediaType.APPLICATION_JSON_TYPE);
    return response.tag(tag).header("Cache-Control", REVALIDATE).build();
  }

  private byte[] bytes(Object entity) {
    try {
      return json.writeValueAsBytes(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written as JSON", e);
    }
  }

  private static String hash(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
