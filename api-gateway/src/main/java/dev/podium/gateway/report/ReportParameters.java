package dev.podium.gateway.report;

import static dev.podium.gateway.parameter.QueryParameter.choice;
import static dev.podium.gateway.parameter.QueryParameter.one;

import dev.podium.gateway.http.Ids;
import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.parameter.QueryParameter.Form;
import java.util.List;

/** The parameters of the list of reports. */
public final class ReportParameters {

  static final int USUAL = 100;
  static final int MOST = 1000;

  static final QueryParameter STATUS =
      choice("status", List.of("open", "closed"), "Only these; all, unless given.");
  static final QueryParameter SOURCE =
      one("source", Form.TEXT, "Id of the exchange's source.", "mfa-cn-fr");
  static final QueryParameter EXCHANGE =
      one("exchange", Form.TEXT, "Id of the exchange.", Ids.SAMPLE_EXCHANGE);
  static final QueryParameter SIZE =
      one(
          "size",
          Form.INTEGER,
          "How many, from 1 to " + MOST + "; " + USUAL + " unless asked.",
          "20");
  static final QueryParameter BEFORE =
      one("before", Form.VERSION, "The id before which to go on; `next` has it.", "120");

  /** All of them, in the order in which they are told. */
  public static final List<QueryParameter> ALL = List.of(STATUS, SOURCE, EXCHANGE, SIZE, BEFORE);

  private ReportParameters() {}
}
