package dev.podium.gateway.export;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** There is nobody to answer any more, and the log has what there is to say. */
class BrokenOffMapper {

  @ServerExceptionMapper
  Response brokenOff(BrokenOffException e) {
    return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
  }
}
