package dev.podium.index.briefing;

import dev.podium.contracts.topic.Topics;
import dev.podium.kit.deadletter.DeadLetterDesk;
import dev.podium.kit.deadletter.DeadLettersResource;
import dev.podium.kit.deadletter.Replayable;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Briefings that could not be indexed, or not wholly. */
@Path("/v1/dead-letters")
@Tag(name = "dead letters")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IndexDeadLetters extends DeadLettersResource {

  IndexDeadLetters(DeadLetterDesk desk, Indexers indexers) {
    super(desk, new Replayable(Indexers.SERVICE, Topics.BRIEFINGS, indexers::intoAll));
  }
}
