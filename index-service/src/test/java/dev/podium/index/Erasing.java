package dev.podium.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.Versions;
import dev.podium.contracts.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What ingest-service writes into the topic of briefings where something is erased. */
public final class Erasing {

  /** Removes one version. */
  public static ProducerRecord<String, byte[]> tombstone(Briefing briefing) {
    return new ProducerRecord<>(Topics.BRIEFINGS, briefing.id() + '/' + briefing.version(), null);
  }

  /** Says that a page was erased as a whole. */
  public static Briefing marker(
      Briefing of, String erasure, Instant at, Collection<String> exchangeIds) {
    List<Erased> erased = new ArrayList<>();
    erased.add(new Erased(erasure, "privacy", at, null));
    exchangeIds.stream().sorted().forEach(id -> erased.add(new Erased(erasure, "privacy", at, id)));
    ObjectNode json = EventJson.MAPPER.valueToTree(of);
    json.put("version", Versions.of(at, 0)).put("state", "gone").putNull("title").putNull("date");
    json.putNull("occasion").putArray("exchanges");
    json.putArray("spokespersons");
    json.withObject("/revision").put("fetchedAt", EventJson.utcMillis(at)).putNull("sha256");
    json.putObject("rejection").put("code", "erased").put("text", "erased on demand");
    json.set("erased", EventJson.MAPPER.valueToTree(erased));
    return EventJson.MAPPER.convertValue(json, Briefing.class);
  }

  private Erasing() {}
}
