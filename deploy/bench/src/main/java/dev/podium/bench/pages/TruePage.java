package dev.podium.bench.pages;

/** A page and what is known of it; the file is its name in the set. */
public record TruePage(String file, BenchPage page, Truth truth) {}
