package dev.podium.gateway.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a list.
 *
 * @param total as counted on the first page
 * @param totalExact whether {@code total} is all there are; otherwise there are at least so many
 * @param next the address of the next page, or null on the last one
 * @param resumed true where the pages before were read at a moment that has been forgotten since,
 *     some minutes after the last of them, or by a rebuilt index: by date still each item comes
 *     once; by relevance some may come twice or be missed. Null otherwise
 * @param facets for each field that was asked for, its most frequent values
 * @param timeline how many there are in each interval of time that has any
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ListPage<T>(
    List<T> items,
    long total,
    boolean totalExact,
    @Schema(format = "uri", nullable = true) String next,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean resumed,
    @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, List<FacetCount>> facets,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<TimelineCount> timeline) {

  /** The same page of other items, one for each. */
  public <U> ListPage<U> withItems(List<U> others) {
    return new ListPage<>(others, total, totalExact, next, resumed, facets, timeline);
  }

  /** How many there are of one value. */
  public record FacetCount(String value, long count) {}

  /** How many there are in one interval, which begins on that day. */
  public record TimelineCount(String date, long count) {}
}
