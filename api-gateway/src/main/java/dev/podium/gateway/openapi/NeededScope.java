package dev.podium.gateway.openapi;

import dev.podium.gateway.access.AccessRules;
import dev.podium.gateway.access.Scope;
import io.vertx.core.http.HttpMethod;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * The scope that an operation needs, told as the rules have it that callers are held to.
 *
 * @param scope null where anybody may
 */
record NeededScope(Scope scope) {

  private static final int REFUSED = 403;
  private static final String HERE =
      ", which callers on the gateway's own machine have where `gateway.loopback-writes` is set";

  static NeededScope of(String method, String path) {
    return new NeededScope(AccessRules.needed(HttpMethod.valueOf(method), path).orElse(null));
  }

  /** Says it where it is more than reading, of which the answers to strangers tell enough. */
  void tell(Operation operation) {
    if (scope == null || scope == Scope.READ) {
      return;
    }
    String needs = "It needs " + text() + (scope == Scope.WRITE ? HERE : "") + '.';
    String before = operation.getDescription();
    operation.setDescription(before == null ? needs : before.strip() + ' ' + needs);
  }

  /**
   * The answer to those who have not got it.
   *
   * @param others who are refused too, or null
   */
  OperationAnswer refusal(String others) {
    String lacking = scope == null ? "the scope that the detail names" : text();
    return OperationAnswer.answer(
        REFUSED, "The caller has not " + lacking + (others == null ? "" : ", or " + others));
  }

  private String text() {
    return "the scope `" + scope.text() + '`';
  }
}
