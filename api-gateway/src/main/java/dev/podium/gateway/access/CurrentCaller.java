package dev.podium.gateway.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;

/** The caller of the request that is being answered; for resources. */
@RequestScoped
public class CurrentCaller {

  private final CurrentVertxRequest request;

  CurrentCaller(CurrentVertxRequest request) {
    this.request = request;
  }

  /** Who it is. */
  public Caller get() {
    return Caller.of(request.getCurrent());
  }

  /**
   * Ends the request unless the caller has the scope.
   *
   * @see Caller#require
   */
  public void require(Scope needed) {
    get().require(needed);
  }
}
