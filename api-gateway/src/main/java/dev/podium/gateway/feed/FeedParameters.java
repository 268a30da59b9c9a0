package dev.podium.gateway.feed;

import dev.podium.gateway.list.Paging;
import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.search.ExchangeParameters;
import java.util.List;
import java.util.stream.Stream;

/** The parameters of a feed: those that decide what a search finds, and which part of it. */
public final class FeedParameters {

  /** All of them, in the order in which they are told. */
  public static final List<QueryParameter> ALL =
      Stream.concat(ExchangeParameters.DECIDING.stream(), Paging.PARAMETERS.stream()).toList();

  private FeedParameters() {}
}
