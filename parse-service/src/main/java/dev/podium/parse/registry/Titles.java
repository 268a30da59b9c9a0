package dev.podium.parse.registry;

import dev.podium.parse.yaml.Declaration;
import java.util.List;

/** What stands before or after a name and says what the person is: {@code Mr}, {@code 外務大臣}. */
final class Titles {

  private final Affixes all;
  private final Affixes ofMen;
  private final Affixes ofWomen;

  private Titles(Affixes all, Affixes ofMen, Affixes ofWomen) {
    this.all = all;
    this.ofMen = ofMen;
    this.ofWomen = ofWomen;
  }

  static Titles read(List<Declaration> files) {
    return new Titles(
        Affixes.read(files, List.of("titles", "titlesOfMen", "titlesOfWomen")),
        Affixes.read(files, List.of("titlesOfMen")),
        Affixes.read(files, List.of("titlesOfWomen")));
  }

  /** Folded words, and what is left of them with ever more titles off. */
  List<String> shortened(String words) {
    return all.shortened(words);
  }

  /** Where the title that begins at a place of folded words ends; there if none does. */
  int after(String words, int from) {
    return all.after(words, from);
  }

  /** Whether the title at a place, if one is there, may be that of a person. */
  boolean fits(String words, int from, Person person) {
    Person.Gender other =
        ofWomen.after(words, from) > from
            ? Person.Gender.MAN
            : ofMen.after(words, from) > from ? Person.Gender.WOMAN : null;
    return other == null || person.gender() != other;
  }
}
