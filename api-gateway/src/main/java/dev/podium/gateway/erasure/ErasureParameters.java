package dev.podium.gateway.erasure;

import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.parameter.QueryParameter.Form;
import java.util.List;

/** The parameters of erasures. */
public final class ErasureParameters {

  static final QueryParameter DRY_RUN =
      QueryParameter.one(
          "dryRun", Form.BOOLEAN, "Says what would be taken away, and takes nothing.", "true");
  static final QueryParameter SIZE =
      QueryParameter.one("size", Form.INTEGER, "How many at most, 1 to 500; 20 unless told.", "20");
  static final QueryParameter CURSOR =
      QueryParameter.one("cursor", Form.TEXT, "Where the page before ended; from `next`.", null);

  /** Those of a demand. */
  public static final List<QueryParameter> DEMAND = List.of(DRY_RUN);

  /** Those of the list. */
  public static final List<QueryParameter> LIST = List.of(SIZE, CURSOR);

  private ErasureParameters() {}
}
