package dev.podium.gateway.limit;

/**
 * A limit of the API, for callers to read at {@code /v1/quota}.
 *
 * @param name in camel case, as it stands in the answer
 * @param value how much is allowed
 * @param what it limits, with its unit
 */
public record ApiLimit(String name, long value, String what) {}
