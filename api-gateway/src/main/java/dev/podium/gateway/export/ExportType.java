package dev.podium.gateway.export;

import jakarta.ws.rs.core.Response;

/** The kinds of files that an export makes. */
enum ExportType {
  NDJSON(ExportType.NDJSON_TYPE, ".ndjson"),
  CSV("text/csv; charset=utf-8; header=present", ".csv") {
    @Override
    Response.ResponseBuilder complete(Response.ResponseBuilder response) {
      return response.header("Trailer", TRAILER);
    }
  };

  /** The media type of JSON lines. */
  static final String NDJSON_TYPE = "application/x-ndjson";

  /** What tells of a table that it is whole. */
  static final String TRAILER = "Podium-Manifest";

  private final String mediaType;
  private final String ending;

  ExportType(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  String mediaType() {
    return mediaType;
  }

  String ending() {
    return ending;
  }

  /** The answer with what only this kind needs. */
  Response.ResponseBuilder complete(Response.ResponseBuilder response) {
    return response;
  }
}
