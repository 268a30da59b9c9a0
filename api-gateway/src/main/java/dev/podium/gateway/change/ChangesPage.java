package dev.podium.gateway.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.podium.contracts.change.Change;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of changes.
 *
 * @param items the changes, in about the order in which they were recorded; there may be none
 * @param more whether there are more already; otherwise it is time to wait
 * @param next the address of what comes next, never null
 * @param position where the stream goes on behind this page; null while what is read is older than
 *     the stream
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChangesPage(
    @Schema(type = SchemaType.ARRAY, implementation = Change.class) List<RawValue> items,
    boolean more,
    @Schema(format = "uri") String next,
    @Schema(nullable = true) String position) {}
