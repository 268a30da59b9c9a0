package dev.podium.gateway.list;

import dev.podium.gateway.cursor.CursorException;
import dev.podium.gateway.cursor.Cursors;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.parameter.QueryParameter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads which part of a list a request wants. */
@ApplicationScoped
public class Pagings {

  private final Cursors cursors;

  Pagings(Cursors cursors) {
    this.cursors = cursors;
  }

  /**
   * Reads order, size and cursor; what is wrong with them is noted.
   *
   * @param list names the list, whose cursors are good for no other
   * @param deciding the parameters that decide which items there are
   * @param usual the order where none is asked for
   */
  public Paging read(
      String list,
      Parameters parameters,
      List<QueryParameter> deciding,
      QueryParameter sort,
      Order usual) {
    return read(list, parameters, deciding, parameters.text(sort).map(Order::of).orElse(usual));
  }

  /** The same of a list that has one order. */
  public Paging read(
      String list, Parameters parameters, List<QueryParameter> deciding, Order order) {
    String identity = list + ' ' + order + ' ' + identity(parameters, deciding);
    int size = parameters.integer(Paging.SIZE, 1, Paging.MOST, Paging.USUAL);
    boolean countAll = parameters.text(Paging.COUNT).isPresent();
    return new Paging(order, size, position(parameters, identity), countAll, identity);
  }

  private static Map<String, List<String>> identity(
      Parameters parameters, List<QueryParameter> deciding) {
    Map<String, List<String>> identity = new TreeMap<>();
    deciding.forEach(
        parameter ->
            identity.put(parameter.name(), parameters.texts(parameter).stream().sorted().toList()));
    return identity;
  }

  private Position position(Parameters parameters, String identity) {
    Optional<String> cursor = parameters.text(Paging.CURSOR);
    try {
      return cursor.isEmpty() ? Position.START : Position.of(cursors.read(cursor.get(), identity));
    } catch (CursorException e) {
      parameters.wrong(Paging.CURSOR.name(), e.getMessage());
      return Position.START;
    }
  }
}
