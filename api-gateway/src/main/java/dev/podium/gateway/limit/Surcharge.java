package dev.podium.gateway.limit;

import dev.podium.gateway.access.Caller;
import dev.podium.kit.problem.ProblemException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What an answer costs beside its address, where only whoever answers knows what it is: the server
 * chooses between the forms of a search in ways of its own.
 */
@ApplicationScoped
public class Surcharge {

  private final Allowances allowances;

  Surcharge(Allowances allowances) {
    this.allowances = allowances;
  }

  /**
   * Takes what a file costs more than the search, which is paid already.
   *
   * @throws ProblemException with 429 where the caller has too little left
   */
  public void ofFile(RoutingContext context) {
    Caller caller = Caller.of(context);
    allowances
        .of(caller, context.request())
        .ifPresent(allowance -> take(allowance, caller, context.response()));
  }

  private static void take(Allowance allowance, Caller caller, HttpServerResponse response) {
    // Both together take no more than all there can be, or a small allowance would never suffice.
    int paid = Math.min(Costs.SEARCH, allowance.size());
    Allowance.Rest rest = allowance.take(Math.min(Costs.STREAM, allowance.size()) - paid);
    if (!rest.taken()) {
      throw allowance.spent(Costs.STREAM, rest, caller);
    }
    allowance.headers(rest.left()).forEach(response::putHeader);
  }
}
