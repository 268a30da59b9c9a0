package dev.podium.kit.deadletter;

import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import dev.podium.kit.record.DeadLetterId;
import dev.podium.kit.record.RecordHeaders;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What every service that has dead letters shows of them; each declares it at its own address. */
public abstract class DeadLettersResource {

  private static final int MOST = 1000;

  private final DeadLetterDesk desk;
  private final Replayable work;

  protected DeadLettersResource(DeadLetterDesk desk, Replayable work) {
    this.desk = desk;
    this.work = work;
  }

  /**
   * A dead letter with the record that it was.
   *
   * @param letter what is known of it
   */
  public record WholeDeadLetter(DeadLetter letter, SourceRecord record) {}

  /**
   * The record.
   *
   * @param value as text, where it is UTF-8, else null
   * @param base64 of the value, where it is not UTF-8, else null
   */
  public record SourceRecord(
      String topic,
      int partition,
      long offset,
      long timestamp,
      String key,
      Map<String, String> headers,
      String value,
      String base64) {}

  @GET
  @Operation(
      summary = "Dead letters, the latest first",
      description =
          "from and to are when the service gave up, like 2026-03-01T08:30:00Z or whole days in UTC.")
  public DeadLetterDesk.DeadLetterList list(
      @QueryParam("service") String service,
      @QueryParam("code") String code,
      @QueryParam("source") String source,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    checkService(service);
    return desk.list(work, DeadLetterFilter.parse(null, code, source, from, to), limit(limit));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A dead letter with its whole record")
  public WholeDeadLetter get(@PathParam("id") String id) {
    DeadLetterId wanted = DeadLetterFilter.id(id);
    DeadLetterTopic.Found found =
        desk.find(work, wanted)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "no-such-dead-letter", "there is no dead letter " + wanted));
    if (found.erased()) {
      throw new ProblemException(
          Problem.of(
              410,
              "erased",
              "the page of the dead letter " + wanted + " was erased, or an exchange of it"));
    }
    return new WholeDeadLetter(
        DeadLetter.of(work.service(), found.letter()).replayed(found.replayedAt()),
        record(SourceRecords.of(found.letter())));
  }

  @POST
  @Path("/replay")
  @Operation(
      summary = "Processes dead letters again that were not replayed before",
      description =
          "Inside of the service: nothing is written to the topic that they came from. What fails"
              + " again becomes a new dead letter. dryRun=true counts.")
  public DeadLetterDesk.Replay replay(
      @QueryParam("service") String service,
      @QueryParam("id") String id,
      @QueryParam("code") String code,
      @QueryParam("source") String source,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("dryRun") @DefaultValue("false") String dryRun) {
    checkService(service);
    if (!dryRun.equals("true") && !dryRun.equals("false")) {
      throw ProblemException.badRequest(
          "bad-dry-run", "the query parameter dryRun is true or false, not " + dryRun);
    }
    return desk.replay(
        work, DeadLetterFilter.parse(id, code, source, from, to), dryRun.equals("true"));
  }

  private void checkService(String service) {
    if (service != null && !service.equals(work.service())) {
      throw ProblemException.badRequest(
          "bad-service",
          "the dead letters here are those of " + work.service() + ", not " + service);
    }
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number that is out of bounds is.
    }
    throw ProblemException.badRequest(
        "bad-limit", "the query parameter limit is a number from 1 to " + MOST + ", not " + text);
  }

  private static SourceRecord record(ConsumerRecord<String, byte[]> source) {
    String text = text(source.value());
    boolean binary = source.value() != null && text == null;
    return new SourceRecord(
        source.topic(),
        source.partition(),
        source.offset(),
        source.timestamp(),
        source.key(),
        RecordHeaders.read(source.headers()),
        text,
        binary ? Base64.getEncoder().encodeToString(source.value()) : null);
  }

  private static String text(byte[] value) {
    if (value == null) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
