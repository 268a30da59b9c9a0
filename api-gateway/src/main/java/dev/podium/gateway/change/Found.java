package dev.podium.gateway.change;

import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;

/**
 * A part of the changes.
 *
 * @param more whether there are more already
 * @param next where to go on
 */
record Found(List<RawValue> items, boolean more, Place next) {}
