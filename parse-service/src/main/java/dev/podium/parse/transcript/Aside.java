package dev.podium.parse.transcript;

import dev.podium.parse.page.Block;

/** A block that belongs to no exchange, and why. */
public record Aside(Block block, String reason) {}
