package dev.podium.kit.problem;

/** The problem codes of failures that HTTP itself names. */
final class HttpCodes {

  static String code(int status) {
    return switch (status) {
      case 400 -> "bad-request";
      case 404 -> "not-found";
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 413 -> "body-too-large";
      case 414 -> "address-too-long";
      case 415 -> "unsupported-media-type";
      case 431 -> "headers-too-large";
      default -> "http-" + status;
    };
  }

  private HttpCodes() {}
}
