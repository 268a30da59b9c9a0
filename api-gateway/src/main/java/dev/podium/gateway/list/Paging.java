package dev.podium.gateway.list;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.parameter.QueryParameter.Form;
import java.util.List;

/**
 * Which part of a list is wanted.
 *
 * @param after the sort values behind which to go on; empty at the beginning
 * @param identity all that decides which items there are and in which order
 */
public record Paging(Order order, int size, List<FieldValue> after, String identity) {

  static final int MOST = 100;
  static final int USUAL = 20;

  /** How many items a page has. */
  public static final QueryParameter SIZE =
      QueryParameter.one(
          "size",
          Form.INTEGER,
          "How many items a page has, from 1 to " + MOST + "; " + USUAL + " unless asked.",
          "20");

  /** Where to go on. */
  public static final QueryParameter CURSOR =
      QueryParameter.one(
          "cursor", Form.TEXT, "Where to go on; `next` of the page before has it.", null);

  /** The parameters of a list that has no others, in the order in which they are told. */
  public static final List<QueryParameter> PARAMETERS = List.of(SIZE, CURSOR);
}
