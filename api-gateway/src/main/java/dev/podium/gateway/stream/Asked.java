package dev.podium.gateway.stream;

import dev.podium.gateway.access.Caller;
import dev.podium.gateway.change.ChangeFilter;
import io.vertx.core.http.HttpServerResponse;

/**
 * A stream that is asked for.
 *
 * @param changes the beginning of the address where what is missing can be read
 */
record Asked(
    HttpServerResponse response,
    Caller caller,
    ChangeFilter filter,
    Wording wording,
    String changes) {}
