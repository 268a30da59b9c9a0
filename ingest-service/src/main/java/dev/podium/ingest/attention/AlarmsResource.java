package dev.podium.ingest.attention;

import dev.podium.ingest.attention.HealthView.AlarmList;
import dev.podium.ingest.attention.HealthView.AlarmView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The alarms of all sources. */
@Path("/v1/alarms")
@Tag(name = "sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AlarmsResource {

  private final AlarmTable alarms;

  AlarmsResource(AlarmTable alarms) {
    this.alarms = alarms;
  }

  @GET
  @Operation(summary = "What is the matter with the sources, the oldest first")
  public AlarmList alarms() {
    List<AlarmView> raised = alarms.raised().stream().map(AlarmView::of).toList();
    return new AlarmList(raised, raised.size(), true, null);
  }
}
