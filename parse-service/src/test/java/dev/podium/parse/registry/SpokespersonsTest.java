package dev.podium.parse.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.parse.yaml.InvalidDeclarationException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person is one, whatever a page calls them; whom nothing tells from others stays unknown. */
class SpokespersonsTest {

  private static final Spokespersons SHIPPED = Spokespersons.read(Registries.shipped());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Whole names, in every script and case.
        "mfa-cn | 华春莹 | hua-chunying",
        "mfa-cn | 華春瑩 | hua-chunying",
        "mfa-cn | Hua Chunying | hua-chunying",
        "mfa-cn | HUA CHUNYING | hua-chunying",
        "mfa-cn | Хуа Чуньин | hua-chunying",
        "mfa-cn | هوا تشونينغ | hua-chunying",
        "mfa-cn | هوا تشون يينغ | hua-chunying",
        "mfa-cn | Хун Лэя | hong-lei",
        "mfa-cn | Чжао Лицзяню | zhao-lijian",
        "mfa-cn | Линь Цзянем | lin-jian",
        "mfa-cn | 发言人毛宁 | mao-ning",
        "mfa-cn | 外交部发言人郭嘉昆 | guo-jiakun",
        "mfa-cn | Spokesperson Mao Ning | mao-ning",
        "mfa-cn | المتحدثة ماو نينغ | mao-ning",
        // Family names, of persons of the organisation alone.
        "mfa-cn | Qin | qin-gang",
        "mfa-cn | Ms. Hua | hua-chunying",
        "mfa-cn | Mr. Hua |",
        "white-house | Qin |",
        "white-house | MR. EARNEST | josh-earnest",
        "white-house | MR EARNEST | josh-earnest",
        "white-house | MS. EARNEST |",
        "white-house | MR. EARENST | josh-earnest",
        "white-house | MS. JEAN-PIERRE | karine-jean-pierre",
        "white-house | MS. HUCKABEE SANDERS | sarah-sanders",
        "white-house | MS. McENANY | kayleigh-mcenany",
        "white-house | PSAKI | jen-psaki",
        "white-house | MS. MUÑOZ |",
        "white-house | SECRETARY DUNCAN | arne-duncan",
        "white-house | MR. DUNCAN |",
        "white-house | MR. MILLER |",
        "white-house | SENIOR ADMINISTRATION OFFICIAL |",
        "us-state | MR PRICE | ned-price",
        "us-state | MS. PSAKI | jen-psaki",
        "us-state | MR. MILLER | matthew-miller",
        "us-state | AMBASSADOR MILLER |",
        "us-state | MS. HARF | marie-harf",
        "un | Mr. Dujarric | stephane-dujarric",
        "un | Stephane Dujarric | stephane-dujarric",
        "de-bund | STS SEIBERT | steffen-seibert",
        "de-bund | STS DR. SEIBERT | steffen-seibert",
        "de-bund | SRS'IN DEMMER | ulrike-demmer",
        "de-bund | SRS’IN DEMMER | ulrike-demmer",
        "de-bund | SRS Hille | sebastian-hille",
        "de-bund | SRS BÜCHNER | wolfgang-buchner",
        "de-bund | BK'IN DR. MERKEL | angela-merkel",
        "de-bund | SCHÄFER (AA) | martin-schafer",
        "de-bund | DR. SCHÄFER (AA) | martin-schafer",
        "de-bund | SCHÄFER (BMF) |",
        "in-mea | Shri Arindam Bagchi, Official Spokesperson | arindam-bagchi",
        "in-mea | Arindam Bagchi | arindam-bagchi",
        "in-mea | Shri Vikram Misri, Foreign Secretary | vikram-misri",
        "in-mea | Dr. S. Jaishankar, External Affairs Minister | subrahmanyam-jaishankar",
        "in-mea | Kumar |",
        "qc-premier | M. Legault | francois-legault",
        "qc-premier | Mme Marois | pauline-marois",
        "qc-premier | Mme Legault |",
        "mx-presidency | PRESIDENTE ANDRÉS MANUEL LÓPEZ OBRADOR | andres-manuel-lopez-obrador",
        "mx-presidency | PRESIDENTA CLAUDIA SHEINBAUM PARDO | claudia-sheinbaum",
        "mx-presidency | PRESIDENTA DE MÉXICO, CLAUDIA SHEINBAUM PARDO | claudia-sheinbaum",
        "mx-presidency | MARCELO EBRARD CASAUBON, SECRETARIO DE RELACIONES | marcelo-ebrard",
        "mx-presidency | SECRETARIO DE ECONOMÍA, MARCELO EBRARD CASAUBON | marcelo-ebrard",
        "mx-presidency | SECRETARIO DE ECONOMÍA, NADIE |",
        "mx-presidency | PRESIDENTE BIDEN |",
        "fr-meae | Mme von der Mühll | agnes-von-der-muhll",
        "jp-mofa | 林外務大臣 | yoshimasa-hayashi",
        "jp-mofa | 上川大臣 | yoko-kamikawa",
        "jp-mofa | 小林外務大臣 |",
        "jp-mofa | 林外務副大臣 |"
      })
  void tellsTheSpeakerOfALabel(String organisation, String label, String id) {
    Exchange.Speaker speaker = SHIPPED.speaker(label, organisation, "en", List.of());

    assertThat(speaker.id()).isEqualTo(id);
    assertThat(speaker.label()).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "?",
      value = {
        // Two ministers are called Kono; the holder is meant.
        "jp-mofa | 河野外務大臣 | ? |",
        "jp-mofa | 河野外務大臣 | 河野太郎 | taro-kono",
        "jp-mofa | 河野外務大臣 | 岸田文雄 |",
        // A label may say what the holder is, and nothing else.
        "jp-mofa | 外務大臣 | 岸田文雄 | fumio-kishida",
        "jp-mofa | 大臣 | 岸田文雄 | fumio-kishida",
        "jp-mofa | 外務大臣 | ? |",
        "in-mea | Official Spokesperson | Randhir Jaiswal | randhir-jaiswal",
        "un | Deputy Spokesman | Farhan Haq | farhan-haq",
        "un | Deputy Spokesman | Stéphane Dujarric |",
        "white-house | THE PRESIDENT | Josh Earnest |",
        "mfa-cn | Liu | Liu Weimin | liu-weimin",
        "mfa-cn | Liu | Qin Gang |"
      })
  void theHolderIsMeantWhereALabelNamesSeveralOrNobody(
      String organisation, String label, String holder, String id) {
    List<Briefing.Spokesperson> holders =
        holder == null ? List.of() : SHIPPED.named(holder, organisation, null, "en");

    assertThat(SHIPPED.speaker(label, organisation, "en", holders).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "?",
      value = {
        "mfa-cn | 2024年4月3日外交部发言人汪文斌主持例行记者会 | 2024-04-03 | wang-wenbin",
        "mfa-cn | Foreign Ministry Spokesperson Hua Chunying’s Regular Press Conference | ? | hua-chunying",
        "mfa-cn | Очередная пресс-конференция у официального представителя МИД КНР Хун Лэя | ? | hong-lei",
        "mfa-cn | المتحدثة باسم وزارة الخارجية هوا تشونينغ تعقد مؤتمرا صحفيا | ? | hua-chunying",
        // Once a spokesman, then minister.
        "mfa-cn | 外交部发言人毛宁宣布秦刚将访问德国 | 2023-05-05 | mao-ning",
        "mfa-cn | 外交部发言人秦刚举行例行记者会 | 2012-05-05 | qin-gang",
        "mfa-cn | Conférence de presse à Qinhuangdao | ? |",
        "jp-mofa | 岸田外務大臣会見記録 | 2016-03-18 | fumio-kishida",
        "jp-mofa | 林外務大臣臨時会見記録 | 2022-03-18 | yoshimasa-hayashi",
        "jp-mofa | 小林外務大臣会見記録 | 2022-03-18 |",
        "jp-mofa | 河野外務大臣会見記録 | 2018-03-20 | taro-kono",
        "jp-mofa | 河野外務大臣会見記録 | 2000-03-21 | yohei-kono",
        "jp-mofa | 河野外務大臣会見記録 | ? |",
        "jp-mofa | 北村外務報道官会見記録 | ? | toshihiro-kitamura",
        "white-house | Press Gaggle by Press Secretary Jay Carney and Ben Rhodes | ? | jay-carney ben-rhodes",
        "white-house | The Earnest Briefing | ? |",
        "qc-premier | Point de presse de M. Legault, premier ministre | 2023-04-18 | francois-legault",
        "qc-premier | Point de presse de M. Legault, premier ministre | 2012-04-18 |"
      })
  void findsTheHoldersInATitle(String organisation, String title, LocalDate day, String ids) {
    assertThat(SHIPPED.named(title, organisation, day, "en"))
        .extracting(Briefing.Spokesperson::id)
        .containsExactly(ids == null ? new String[0] : ids.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "mfa-cn, Hua Chunying, zh, 华春莹, 外交部发言人",
    "mfa-cn, 华春莹, fr, Hua Chunying, porte-parole du Ministère des Affaires étrangères",
    "mfa-cn, 华春莹, ar, هوا تشونينغ, المتحدثة باسم وزارة الخارجية",
    "us-state, Jen Psaki, en, Jen Psaki, Spokesperson",
    "white-house, Jen Psaki, en, Jen Psaki, Press Secretary",
    "jp-mofa, 岸田文雄, ja, 岸田文雄, 外務大臣",
    "mx-presidency, Claudia Sheinbaum, es, Claudia Sheinbaum Pardo, presidenta de México",
    "white-house, Denis McDonough, en, Denis McDonough,"
  })
  void saysNameAndRoleInThePagesLanguage(
      String organisation, String printed, String language, String name, String role) {
    Exchange.Speaker speaker = SHIPPED.speaker(printed, organisation, language, List.of());

    Briefing.Spokesperson holder = SHIPPED.holder(speaker, organisation, language);

    assertThat(holder).isEqualTo(new Briefing.Spokesperson(speaker.id(), name, role));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hua Chunying | true",
        "Ma | true",
        "M. Ma | true",
        "Ma, who knows | false",
        "La porte-parole | false",
        "Xinhua | false"
      })
  void knowsWhoseLabelItIs(String label, boolean speaker) {
    assertThat(SHIPPED.isSpeaker(label, "mfa-cn")).isEqualTo(speaker);
  }

  @Test
  void anotherFileAddsToAPerson() {
    String yaml =
        """
        spokespersons:
          - {id: a, organisation: x, names: {en: [Ada Example]}, short: [Example]}
          - {id: a, posts: {y: {en: Minister}}, names: {fr: [Ada Exemple]}, short: [Ada]}
        """;
    Spokespersons persons = Spokespersons.read(Registries.of(yaml));

    assertThat(List.of("Ada Exemple", "Example", "Ada"))
        .allSatisfy(
            label -> assertThat(persons.speaker(label, "y", "en", List.of()).id()).isEqualTo("a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "names: {en: [Ada B]}, gender: x | gender: \"x\" is neither m nor f",
        "names: {en: [Ada B]}, since: '99' | since: \"99\" is no year",
        "names: {en: [Ada B]}, family: [B] | family: is unknown; known are",
        "names: {en: [ADA-Example]} | names: ADA-Example stands for both a and b"
      })
  void saysWhatIsWrong(String keys, String message) {
    String yaml =
        "spokespersons:\n"
            + "  - {id: a, organisation: x, names: {en: [Ada Example]}}\n"
            + "  - {id: b, organisation: x, "
            + keys
            + "}";

    assertThatThrownBy(() -> Spokespersons.read(Registries.of(yaml)))
        .isInstanceOf(InvalidDeclarationException.class)
        .hasMessageStartingWith("a.yaml: line 3: " + message);
  }
}
