package dev.podium.gateway.offset;

import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.parameter.QueryParameter;
import java.util.List;

/** What offsets count. */
public final class OffsetParameters {

  private static final String UTF16 = "utf16";

  /** Of addresses whose answers have offsets. */
  public static final QueryParameter OFFSETS =
      QueryParameter.choice(
          "offsets",
          List.of("codepoint", UTF16),
          "What all offsets of the answer count: Unicode code points unless asked, or UTF-16 code"
              + " units, as strings of JavaScript, Java and C# are indexed.");

  /** Of an address that has no other parameters. */
  public static final List<QueryParameter> ALL = List.of(OFFSETS);

  /** Whether UTF-16 code units are wanted. */
  public static boolean isUtf16(Parameters parameters) {
    return parameters.text(OFFSETS).filter(UTF16::equals).isPresent();
  }

  private OffsetParameters() {}
}
