package dev.podium.gateway.corpus;

import dev.podium.contracts.briefing.Briefing.Spokesperson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Briefings in five languages: on each of {@link #DAYS} days one in every language, with a
 * statement, a question on a theme of the day, one that is answered by another person, and one
 * without an answer.
 */
public final class Corpus {

  /** How many days have briefings. */
  public static final int DAYS = 20;

  /** The first of the days. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

  /** Languages of the corpus; every fifth Chinese briefing is in traditional script. */
  public static final List<String> LANGUAGES = List.of("fr", "en", "zh", "ar", "ru");

  static List<String> languages() {
    return LANGUAGES;
  }

  /** Exchanges of one briefing. */
  public static final int EXCHANGES = 4;

  /** The exchange that was edited, of the Chinese briefing of the third day. */
  public static final int EDITED = 2;

  /** What it was answered in the two revisions before the present one. */
  public static final String EARLIER_ANSWER = "船昨晚没有启航。";

  private static final int HOUR = 3600;

  /** A question and an answer on each theme, by language; themes come round every four days. */
  private static final Map<String, List<String[]>> THEMES =
      Map.of(
          "fr",
          List.of(
              themed(
                  "La Corée du Nord a-t-elle repris ses essais nucléaires ?",
                  "La Corée s’y est engagée : l’accord de Paris n’est pas en cause, dit l’ONU."),
              themed(
                  "Que dites-vous des inondations à Besançon ?",
                  "Les secours étaient là dès l’aube ; notre pensée va aux sinistrés."),
              themed(
                  "Le navire a-t-il quitté le port de Thaïlande ?",
                  "Le navire a appareillé hier soir."),
              themed(
                  "Quand la conférence sur le climat s’ouvrira-t-elle ?",
                  "Les conférences de cette sorte s’ouvrent au printemps.")),
          "en",
          List.of(
              themed(
                  "Has North Korea resumed its nuclear tests?",
                  "We urge all parties to keep their agreements."),
              themed(
                  "Any comment on the floods near the café district?",
                  "Rescue teams were flooding in from dawn; our thoughts are with them."),
              themed("Did the ship leave the harbour?", "The ship sailed yesterday."),
              themed("When will the climate conference open?", "Such conferences open in spring.")),
          "zh",
          List.of(
              themed("请问朝鲜半岛核试验是否恢复？", "中方对朝鲜半岛问题的立场没有变化，𠮷野先生也知道。😀半岛无核化。"),
              themed("对洪灾有何评论？", "救援队天亮前已到达。"),
              themed("那艘船离开港口了吗？", "船昨晚已经启航。"),
              themed("气候大会何时召开？", "会议将在春天召开。")),
          "ar",
          List.of(
              themed(
                  "هل استأنفت كوريا الشمالية تجاربها النووية؟",
                  "نحث جميع الأطراف على الالتزام بالاتفاقات مع كوريا."),
              themed("ما تعليقكم على الفيضانات؟", "وصلت فرق الإنقاذ عند الفجر."),
              themed("هل غادرت السفينة الميناء؟", "أبحرت السفينة أمس."),
              themed("متى يفتتح مؤتمر المناخ؟", "تفتتح المؤتمرات في الربيع.")),
          "ru",
          List.of(
              themed(
                  "Возобновила ли Северная Корея ядерные испытания?",
                  "Мы призываем Корею и все стороны соблюдать договорённости."),
              themed("Что вы скажете о наводнении?", "Спасатели прибыли на рассвете."),
              themed("Вышел ли корабль из порта?", "Корабль вышел вчера."),
              themed(
                  "Когда откроется конференция по климату?",
                  "Такие конференции открываются весной.")));

  private final Map<String, CorpusBriefing> briefings = new TreeMap<>();

  private static String[] themed(String question, String answer) {
    return new String[] {question, answer};
  }

  Corpus() {
    for (int day = 0; day < DAYS; day++) {
      for (String language : LANGUAGES) {
        add(regular(day, language));
      }
    }
    add(undated());
    add(gone());
  }

  private void add(CorpusBriefing briefing) {
    briefings.put(briefing.url(), briefing);
  }

  /** All revisions before the present one, oldest first, with when they were fetched. */
  List<Map.Entry<Instant, CorpusBriefing>> earlier() {
    CorpusBriefing edited = briefings.get(url(2, "zh")).answering(EDITED, EARLIER_ANSWER);
    return List.of(
        Map.entry(CorpusBriefing.FETCHED.minusSeconds(3 * HOUR), edited.answering(EDITED, "无可奉告。")),
        Map.entry(CorpusBriefing.FETCHED.minusSeconds(2 * HOUR), edited),
        Map.entry(CorpusBriefing.FETCHED.minusSeconds(HOUR), edited));
  }

  /** A revision of a page as the archive has it. */
  // Handed on once and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Captured(
      String page, int number, String url, Instant fetchedAt, String sha256, byte[] body) {

    static Captured of(CorpusBriefing briefing, Instant fetchedAt) {
      return new Captured(
          briefing.id(),
          CorpusBriefing.number(fetchedAt),
          briefing.url(),
          fetchedAt,
          briefing.page().sha256(),
          briefing.page().bytes());
    }
  }

  /** All revisions of all pages. */
  public static List<Captured> captured() {
    Corpus corpus = new Corpus();
    return Stream.concat(
            corpus.earlier().stream().map(one -> Captured.of(one.getValue(), one.getKey())),
            corpus.briefings().stream().map(one -> Captured.of(one, CorpusBriefing.FETCHED)))
        .toList();
  }

  List<CorpusBriefing> briefings() {
    return List.copyOf(briefings.values());
  }

  /** The address of a briefing. */
  public static String url(int day, String language) {
    return "https://corpus.example/" + language + "/" + FIRST_DAY.plusDays(day);
  }

  private static CorpusBriefing regular(int day, String language) {
    String url = url(day, language);
    String[] theme = THEMES.get(language).get(day % 4);
    List<CorpusExchange> exchanges = new ArrayList<>();
    exchanges.add(statement(url, 1, "Statement of day " + day + '.'));
    exchanges.add(question(url, 2, "AFP", "afp", theme[0], null, theme[1]));
    exchanges.add(question(url, 3, "Reuters", "reuters", "Follow " + day, "bea-two", theme[1]));
    exchanges.add(question(url, 4, "The Daily (Town)", null, "Open " + day, null, null));
    String script = language.equals("zh") && day % 5 == 0 ? "zh-Hant" : language;
    return new CorpusBriefing(
        url,
        script,
        FIRST_DAY.plusDays(day),
        "Title of day " + day,
        "present",
        List.of(new Spokesperson("ann-one", "Ann One", null)),
        exchanges);
  }

  private static CorpusBriefing undated() {
    String url = "https://corpus.example/undated";
    return new CorpusBriefing(
        url,
        "de",
        null,
        "Ohne Datum",
        "present",
        List.of(),
        List.of(
            statement(url, 1, "Die Gespräche gehen weiter."), statement(url, 2, "Mehr nicht.")));
  }

  private static CorpusBriefing gone() {
    String url = "https://corpus.example/gone";
    return new CorpusBriefing(
        url,
        "es",
        LocalDate.of(2023, 5, 5),
        "Se fue",
        "gone",
        List.of(),
        List.of(
            statement(url, 1, "El portavoz ya no está."),
            new CorpusExchange(
                id(url, 2), 2, "EFE", "efe", "¿Qué pasó?", null, "Nada.", "withdrawn", null),
            new CorpusExchange(
                id(url, 3),
                3,
                "EFE",
                "efe",
                "¿Y ahora qué?",
                null,
                "Nada.",
                "reworded",
                id(url, 1))));
  }

  private static CorpusExchange statement(String url, int ordinal, String text) {
    return new CorpusExchange(
        id(url, ordinal), ordinal, null, null, null, null, text, "live", null);
  }

  private static CorpusExchange question(
      String url,
      int ordinal,
      String asker,
      String outlet,
      String question,
      String speaker,
      String answer) {
    return new CorpusExchange(
        id(url, ordinal), ordinal, asker, outlet, question, speaker, answer, "live", null);
  }

  /** The id of an exchange. */
  public static String id(String url, int ordinal) {
    byte[] seed = (url + '#' + ordinal).getBytes(StandardCharsets.UTF_8);
    return dev.podium.contracts.identity.PageIds.of(new String(seed, StandardCharsets.UTF_8));
  }
}
