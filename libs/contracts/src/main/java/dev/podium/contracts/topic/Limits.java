package dev.podium.contracts.topic;

/** Sizes that producers, consumers, brokers and services agree on. */
public final class Limits {

  /** The largest body of a page, in bytes after decompression: 10 MiB. */
  public static final int BODY_BYTES = 10 * 1024 * 1024;

  /** The largest record on topic, producer, consumer and broker, in bytes: 32 MiB. */
  public static final int RECORD_BYTES = 32 * 1024 * 1024;

  /** How records are compressed by producers. */
  public static final String COMPRESSION = "zstd";

  private Limits() {}
}
