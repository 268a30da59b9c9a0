package dev.podium.contracts.briefing;

import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.event.JsonBytes;
import dev.podium.contracts.event.JsonBytes.Name;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes briefings and exchanges byte for byte as {@link EventJson#write} does, in about half of
 * the time. A field that is added to the records is to be added here.
 */
public final class BriefingJson {

  private static final Name ID = new Name("id");
  private static final Name NAME = new Name("name");
  private static final Name CODE = new Name("code");
  private static final Name TEXT = new Name("text");
  private static final Name START = new Name("start");
  private static final Name END = new Name("end");
  private static final Name LANGUAGE = new Name("language");
  private static final Name URL = new Name("url");
  private static final Name WARNINGS = new Name("warnings");
  private static final Name VERSION = new Name("version");
  private static final Name STATE = new Name("state");
  private static final Name SOURCE = new Name("source");
  private static final Name ORGANISATION = new Name("organisation");
  private static final Name SERIES = new Name("series");
  private static final Name OCCASION = new Name("occasion");
  private static final Name TITLE = new Name("title");
  private static final Name DATE = new Name("date");
  private static final Name TIME_ZONE = new Name("timeZone");
  private static final Name PUBLISHED_ON = new Name("publishedOn");
  private static final Name PUBLISHED_AT = new Name("publishedAt");
  private static final Name SPOKESPERSONS = new Name("spokespersons");
  private static final Name ROLE = new Name("role");
  private static final Name REVISION = new Name("revision");
  private static final Name NUMBER = new Name("number");
  private static final Name FETCHED_AT = new Name("fetchedAt");
  private static final Name SHA256 = new Name("sha256");
  private static final Name CHARSET = new Name("charset");
  private static final Name TEXT_SHA256 = new Name("textSha256");
  private static final Name LINK = new Name("link");
  private static final Name PARSER = new Name("parser");
  private static final Name RELEASE = new Name("release");
  private static final Name DIALECT = new Name("dialect");
  private static final Name COVERAGE = new Name("coverage");
  private static final Name LEFTOVERS = new Name("leftovers");
  private static final Name REASON = new Name("reason");
  private static final Name REJECTION = new Name("rejection");
  private static final Name LANGUAGE_LINKS = new Name("languageLinks");
  private static final Name EXCHANGES = new Name("exchanges");
  private static final Name ERASED = new Name("erased");
  private static final Name ERASURE = new Name("erasure");
  private static final Name AT = new Name("at");
  private static final Name EXCHANGE_ID = new Name("exchangeId");

  /** A buffer for each briefing would cost as much as writing into it. */
  private static final ThreadLocal<BriefingJson> OWN = ThreadLocal.withInitial(BriefingJson::new);

  private final JsonBytes json = new JsonBytes();
  private final ExchangeJson exchanges = new ExchangeJson(json);

  private BriefingJson() {}

  /** The briefing's JSON. */
  public static byte[] write(Briefing briefing) {
    BriefingJson own = OWN.get();
    own.json.restart();
    own.briefing(briefing);
    return own.json.toByteArray();
  }

  /** The exchange's JSON, as it stands in its briefing's. */
  public static byte[] write(Exchange exchange) {
    BriefingJson own = OWN.get();
    own.json.restart();
    own.exchanges.write(exchange);
    return own.json.toByteArray();
  }

  private void briefing(Briefing briefing) {
    json.open('{').name(ID).text(briefing.id()).name(VERSION).number(briefing.version());
    json.name(STATE).text(state(briefing.state())).name(URL).text(briefing.url());
    json.name(SOURCE).text(briefing.source()).name(ORGANISATION).text(briefing.organisation());
    json.name(SERIES).text(briefing.series()).name(OCCASION).text(briefing.occasion());
    json.name(LANGUAGE).text(briefing.language()).name(TITLE).text(briefing.title());
    json.name(DATE).text(date(briefing.date())).name(TIME_ZONE).text(briefing.timeZone());
    json.name(PUBLISHED_ON).text(date(briefing.publishedOn()));
    json.name(PUBLISHED_AT).text(time(briefing.publishedAt()));
    spokespersons(briefing.spokespersons());
    revision(briefing.revision());
    parser(briefing.parser());
    json.name(COVERAGE).number(briefing.coverage());
    leftovers(briefing.leftovers());
    warnings(json, briefing.warnings());
    rejection(briefing.rejection());
    languageLinks(briefing.languageLinks());
    json.name(EXCHANGES).open('[');
    briefing.exchanges().forEach(exchanges::write);
    json.close(']');
    erased(briefing.erased());
    json.close('}');
  }

  private void erased(List<Erased> erased) {
    if (erased.isEmpty()) {
      return;
    }
    json.name(ERASED).open('[');
    for (Erased one : erased) {
      json.open('{').name(ERASURE).text(one.erasure()).name(REASON).text(one.reason());
      json.name(AT).text(EventJson.utcMillis(one.at()));
      json.name(EXCHANGE_ID).text(one.exchangeId()).close('}');
    }
    json.close(']');
  }

  private void spokespersons(List<Briefing.Spokesperson> spokespersons) {
    json.name(SPOKESPERSONS).open('[');
    for (Briefing.Spokesperson person : spokespersons) {
      json.open('{').name(ID).text(person.id()).name(NAME).text(person.name());
      json.name(ROLE).text(person.role()).close('}');
    }
    json.close(']');
  }

  private void revision(Briefing.Revision revision) {
    json.name(REVISION);
    if (revision == null) {
      json.nothing();
      return;
    }
    json.open('{').name(NUMBER).number(revision.number());
    json.name(FETCHED_AT).text(EventJson.utcMillis(revision.fetchedAt()));
    json.name(SHA256).text(revision.sha256()).name(CHARSET).text(revision.charset());
    json.name(TEXT_SHA256).text(revision.textSha256()).name(LINK).text(revision.link());
    json.close('}');
  }

  private void parser(Briefing.Parser parser) {
    json.name(PARSER);
    if (parser == null) {
      json.nothing();
      return;
    }
    json.open('{').name(RELEASE).number(parser.release());
    json.name(DIALECT).text(parser.dialect()).close('}');
  }

  private void leftovers(List<Briefing.Leftover> leftovers) {
    json.name(LEFTOVERS).open('[');
    for (Briefing.Leftover leftover : leftovers) {
      json.open('{').name(START).number(leftover.start()).name(END).number(leftover.end());
      json.name(REASON).text(leftover.reason()).close('}');
    }
    json.close(']');
  }

  /** Of a briefing or an exchange. */
  static void warnings(JsonBytes json, List<Warning> warnings) {
    json.name(WARNINGS).open('[');
    for (Warning warning : warnings) {
      json.open('{').name(CODE).text(warning.code()).name(TEXT).text(warning.text()).close('}');
    }
    json.close(']');
  }

  private void rejection(Rejection rejection) {
    json.name(REJECTION);
    if (rejection == null) {
      json.nothing();
      return;
    }
    json.open('{').name(CODE).text(rejection.code()).name(TEXT).text(rejection.text()).close('}');
  }

  private void languageLinks(List<Briefing.LanguageLink> links) {
    json.name(LANGUAGE_LINKS).open('[');
    for (Briefing.LanguageLink link : links) {
      json.open('{').name(LANGUAGE).text(link.language());
      json.name(URL).text(link.url()).close('}');
    }
    json.close(']');
  }

  private static String state(Briefing.State state) {
    return switch (state) {
      case null -> null;
      case PRESENT -> "present";
      case GONE -> "gone";
    };
  }

  private static String date(LocalDate date) {
    return date == null ? null : date.toString();
  }

  private static String time(OffsetDateTime time) {
    return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }
}
