package dev.podium.gateway.evidence;

import static dev.podium.gateway.parameter.QueryParameter.one;

import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.parameter.QueryParameter.Form;
import java.util.List;

/** The parameters of evidence. */
public final class EvidenceParameters {

  static final QueryParameter VERSION =
      one(
          "version",
          Form.VERSION,
          "Version of the briefing, for the text as it was then; the present text, unless given.",
          "1488355200000001");

  /** All of them, in the order in which they are told. */
  public static final List<QueryParameter> ALL = List.of(VERSION);

  private EvidenceParameters() {}
}
