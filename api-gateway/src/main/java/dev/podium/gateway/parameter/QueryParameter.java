package dev.podium.gateway.parameter;

import java.util.List;

/**
 * A query parameter that an address knows: the one declaration that requests are checked against
 * and that the API's description shows.
 *
 * @param repeatable whether it may be given several times, any of the values then being good
 * @param values the only values that it takes; empty for all of the form
 */
public record QueryParameter(
    String name,
    String description,
    boolean repeatable,
    Form form,
    List<String> values,
    String example) {

  public QueryParameter {
    values = List.copyOf(values);
  }

  /** What a value looks like. */
  public enum Form {
    TEXT("string", null),
    DATE("string", "date"),
    TIME("string", "date-time"),
    ADDRESS("string", "uri"),
    INTEGER("integer", "int32"),
    VERSION("integer", "int64"),
    BOOLEAN("boolean", null),
    CURSOR("string", null);

    private final String type;
    private final String format;

    Form(String type, String format) {
      this.type = type;
      this.format = format;
    }

    /** The JSON Schema type. */
    public String type() {
      return type;
    }

    /** How many UTF-16 code units a value may have. */
    int longest() {
      return this == CURSOR ? Parameters.MAX_CURSOR : Parameters.MAX_LENGTH;
    }

    /** The JSON Schema format, or null. */
    public String format() {
      return format;
    }
  }

  /** One that is given once. */
  public static QueryParameter one(String name, Form form, String description, String example) {
    return new QueryParameter(name, description, false, form, List.of(), example);
  }

  /** One that may be repeated. */
  public static QueryParameter many(String name, String description, String example) {
    return new QueryParameter(name, description, true, Form.TEXT, List.of(), example);
  }

  /** One that is given once, with one of some words. */
  public static QueryParameter choice(String name, List<String> values, String description) {
    return new QueryParameter(name, description, false, Form.TEXT, values, values.getFirst());
  }

  /** One that may be repeated, with some words. */
  public static QueryParameter choices(String name, List<String> values, String description) {
    return new QueryParameter(name, description, true, Form.TEXT, values, values.getFirst());
  }
}
