package dev.podium.parse.stream;

import dev.podium.contracts.topic.Topics;
import dev.podium.kit.deadletter.DeadLetterDesk;
import dev.podium.kit.deadletter.DeadLettersResource;
import dev.podium.kit.deadletter.Replayable;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pages that could not be read. */
@Path("/v1/dead-letters")
@Tag(name = "dead letters")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ParseDeadLetters extends DeadLettersResource {

  ParseDeadLetters(DeadLetterDesk desk, PageHandler handler) {
    super(desk, new Replayable(PageConsumer.SERVICE, Topics.PAGES, handler));
  }
}
