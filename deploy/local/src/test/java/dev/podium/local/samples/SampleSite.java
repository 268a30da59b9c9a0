package dev.podium.local.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the sample hosts, and what stands in them. */
final class SampleSite {

  static final Path SAMPLES = Path.of("src/main/samples");

  private static final Path SITE = SAMPLES.resolve("site");
  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]+)\"");
  private static final Pattern LANGUAGE_LINKS =
      Pattern.compile("<div class=\"lan_btn\">(.*?)</div>", Pattern.DOTALL);

  /** All files of all hosts. */
  static List<Path> files() {
    try (Stream<Path> files = Files.walk(SITE)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that is served for an address, whether it exists or not. */
  static Path file(String url) {
    URI uri = URI.create(url);
    String path = uri.getPath().endsWith("/") ? uri.getPath() + "index.html" : uri.getPath();
    return SITE.resolve(uri.getHost() + path);
  }

  /** A page's text, decoded strictly as it says that it is. */
  static String html(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError(file + " is not in its charset", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The links of a page, absolute. */
  static List<String> links(String url) {
    return links(url, html(file(url)));
  }

  /** The links to the same briefing in other languages. */
  static List<String> languageLinks(String url) {
    return LANGUAGE_LINKS
        .matcher(html(file(url)))
        .results()
        .flatMap(block -> links(url, block.group(1)).stream())
        .toList();
  }

  /** What a reader sees, white space folded; a paragraph ends with a space. */
  static String visible(String html) {
    return fold(
        html.replaceAll("(?s)<(script|style).*?</\\1>", "")
            .replaceAll("</(p|div|h1|li|title)>", " ")
            .replaceAll("<[^>]*>", "")
            .replace("&nbsp;", " ")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&"));
  }

  /** White space of every kind and run as one space. */
  static String fold(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f\\u3000]+", " ").strip();
  }

  private static List<String> links(String base, String html) {
    return LINK.matcher(html)
        .results()
        .map((MatchResult link) -> link.group(1))
        .filter(link -> !link.startsWith("javascript:"))
        .map(link -> URI.create(base).resolve(link).toString())
        .toList();
  }

  private static Charset charset(byte[] bytes) {
    String ascii = new String(bytes, StandardCharsets.ISO_8859_1);
    return ascii.contains("charset=GB18030") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
  }

  private SampleSite() {}
}
