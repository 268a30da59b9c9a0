package dev.podium.gateway.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of deliveries, newest first.
 *
 * @param next the address of the next page, or null on the last one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DeliveryPage(
    List<DeliveryView> items, @Schema(format = "uri", nullable = true) String next) {}
