package dev.podium.local.server;

/** How a server is asked to end; PostgreSQL waits for its clients on TERM and does not on INT. */
public enum StopSignal {
  TERM,
  INT
}
