package dev.podium.bench.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A request that is sent again and again.
 *
 * @param type of the body, and of the answer
 * @param body null for GET
 */
// Made once and never compared.
@SuppressWarnings("ArrayRecordComponent")
record Call(URI to, String type, byte[] body) {

  HttpRequest request() {
    return body == null
        ? HttpRequest.newBuilder(to).build()
        : HttpRequest.newBuilder(to)
            .header("Content-Type", type)
            .header("Accept", type)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
  }
}
