package dev.podium.index.schema;

import java.util.Collection;
import java.util.Set;

/** Where the {@code briefing_*} analyzers come from. */
enum Analysis {
  /** Our plugin, on a server without the usual filters. */
  PLUGIN("plugin"),
  /** Index settings, on a full server. */
  SETTINGS("full");

  private static final String OUR_PLUGIN = "briefing-analysis";
  private static final String STOCK_MODULE = "analysis-common";

  private final String code;

  Analysis(String code) {
    this.code = code;
  }

  /** The word in the indices' metadata. */
  String code() {
    return code;
  }

  /**
   * What all nodes can do.
   *
   * @param plugins of each node, the modules among them
   * @throws SchemaException if there is nothing that all can do
   */
  static Analysis of(Collection<Set<String>> plugins) {
    if (plugins.stream().allMatch(names -> names.contains(OUR_PLUGIN))) {
      return PLUGIN;
    }
    if (plugins.stream().allMatch(names -> names.contains(STOCK_MODULE))) {
      return SETTINGS;
    }
    throw new SchemaException(
        "Elasticsearch has neither the plugin " + OUR_PLUGIN + " nor the module " + STOCK_MODULE);
  }
}
