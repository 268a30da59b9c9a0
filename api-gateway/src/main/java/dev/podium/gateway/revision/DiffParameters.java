package dev.podium.gateway.revision;

import static dev.podium.gateway.parameter.QueryParameter.one;

import dev.podium.gateway.offset.OffsetParameters;
import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.parameter.QueryParameter.Form;
import java.util.List;

/** The parameters of a comparison. */
public final class DiffParameters {

  static final QueryParameter FROM =
      one(
          "from",
          Form.VERSION,
          "Version to compare with; the last one before `to` that differs, unless given.",
          "1488355200000001");
  static final QueryParameter TO =
      one("to", Form.VERSION, "Version that is compared; the newest, unless given.", null);

  /** All of them, in the order in which they are told. */
  public static final List<QueryParameter> ALL = List.of(FROM, TO, OffsetParameters.OFFSETS);

  private DiffParameters() {}
}
