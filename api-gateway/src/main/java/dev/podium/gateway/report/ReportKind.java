package dev.podium.gateway.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a reader says is wrong with an exchange. */
public enum ReportKind {
  WRONG_ASKER("wrong-asker"),
  WRONG_SPEAKER("wrong-speaker"),
  MISSING_TEXT("missing-text"),
  EXTRA_TEXT("extra-text"),
  WRONG_ORDER("wrong-order"),
  WRONG_DATE("wrong-date"),
  WRONG_LANGUAGE("wrong-language"),
  OTHER("other");

  /** All of them, as they are written. */
  static final List<String> CODES = Arrays.stream(values()).map(ReportKind::code).toList();

  private final String code;

  ReportKind(String code) {
    this.code = code;
  }

  /** The word in JSON and in the database. */
  @JsonValue
  public String code() {
    return code;
  }

  static Optional<ReportKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
