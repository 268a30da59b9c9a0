package dev.podium.local.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of the stack.
 *
 * @param offset added to every one
 */
public record Ports(int offset) {

  /** The largest offset with which every port is one. */
  public static final int LARGEST_OFFSET = 65_535 - 9_200;

  public int gateway() {
    return 8080 + offset;
  }

  int ingest() {
    return 8081 + offset;
  }

  int parse() {
    return 8082 + offset;
  }

  int index() {
    return 8083 + offset;
  }

  int site() {
    return 8090 + offset;
  }

  int kafka() {
    return 9092 + offset;
  }

  int kafkaController() {
    return 9093 + offset;
  }

  int elasticsearch() {
    return 9200 + offset;
  }

  int postgresql() {
    return 5432 + offset;
  }

  /** All that a stack listens on, by the name of the component. */
  Map<String, Integer> all(boolean samples) {
    Map<String, Integer> all = new LinkedHashMap<>();
    all.put("gateway", gateway());
    all.put("ingest", ingest());
    all.put("parse", parse());
    all.put("index", index());
    if (samples) {
      all.put("site", site());
    }
    all.put("kafka", kafka());
    all.put("kafka's controller", kafkaController());
    all.put("elasticsearch", elasticsearch());
    all.put("postgresql", postgresql());
    return all;
  }
}
