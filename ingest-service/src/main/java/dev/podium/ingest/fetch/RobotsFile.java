package dev.podium.ingest.fetch;

import java.time.Instant;

/**
 * What a host answered when it was asked for its robots.txt.
 *
 * @param status of HTTP; 0 where there was no answer
 * @param text of the file, empty where there is none; where there was no answer, why
 * @param until when it must be asked again
 */
public record RobotsFile(int status, String text, Instant until) {}
