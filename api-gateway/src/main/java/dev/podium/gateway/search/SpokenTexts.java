package dev.podium.gateway.search;

/**
 * What an exchange says, without all else that is known of it.
 *
 * @param question null for a statement
 * @param answer null where there is none
 */
record SpokenTexts(Text question, Text answer) {

  record Text(String text) {}
}
