package dev.podium.ingest.discover;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The further pages of a listing that lie beside its first: {@code default_1.html}, {@code
 * default_2.html} and so on. How many there are is said by {@code var countPage = N} in a script,
 * or by links to them; where the page says nothing, the next one is tried.
 */
final class SuffixPaging implements Paging {

  private static final Pattern COUNT = Pattern.compile("\\bcountPage\\s*=\\s*([0-9]{1,9})");
  private static final Pattern CREATE =
      Pattern.compile(
          "createPageHTML\\(\\s*([0-9]{1,9})\\s*,\\s*[0-9]+\\s*,\\s*[\"'](\\w+)[\"']\\s*,"
              + "\\s*[\"'](\\w+)[\"']");
  // In a script the file name is put together: "default" + "_" + i + "." + "shtml".
  private static final Pattern SCRIPTED =
      Pattern.compile(
          "\\b([A-Za-z]+)(?:\"\\s*\\+\\s*\")?_\"\\s*\\+\\s*[^+\"]{1,40}\\+\\s*\"\\.(?:\"\\s*\\+\\s*\")?"
              + "(\\w{3,5})\\b");
  private static final String FILE_OF_MOST = "default.html";
  private static final Pattern FILE = Pattern.compile("([A-Za-z]+)(?:_([0-9]{1,5}))?\\.(\\w{3,5})");

  private final String directory;
  private final String stem;
  private final String extension;
  private final int pages;
  private final Set<Integer> linked;

  /**
   * Looks how a listing goes on.
   *
   * @param first the address of the listing's first page
   * @param file the name of that page where nothing says it, or null
   * @param page any of its pages
   */
  SuffixPaging(String first, String file, ListingPage page) {
    this.directory = PageNumbers.folder(first);
    String scripts = page.scripts();
    Matcher create = CREATE.matcher(scripts);
    boolean created = create.find();
    Name name =
        created ? new Name(create.group(2), create.group(3)) : name(first, file, page, scripts);
    this.stem = name.stem();
    this.extension = name.extension();
    this.pages = created ? count(create.group(1)) : count(scripts, COUNT);
    this.linked = linked(page);
  }

  @Override
  public List<Integer> after(int number, boolean fruitful) {
    if (pages > 0) {
      return IntStream.range(1, pages).boxed().toList();
    }
    if (!linked.isEmpty()) {
      return List.copyOf(linked);
    }
    return fruitful && number + 1 < MAX_PAGES ? List.of(number + 1) : List.of();
  }

  @Override
  public String address(int number) {
    return directory + stem + '_' + number + '.' + extension;
  }

  private static Name name(String first, String file, ListingPage page, String scripts) {
    Matcher own = FILE.matcher(fileBeside(first, first));
    if (own.matches()) {
      return new Name(own.group(1), own.group(3));
    }
    Matcher scripted = SCRIPTED.matcher(scripts);
    if (scripted.find()) {
      return new Name(scripted.group(1), scripted.group(2));
    }
    return page.addresses().stream()
        .map(address -> FILE.matcher(fileBeside(first, address)))
        .filter(matcher -> matcher.matches() && matcher.group(2) != null)
        .findFirst()
        .map(matcher -> new Name(matcher.group(1), matcher.group(3)))
        .orElseGet(() -> Name.of(file == null ? FILE_OF_MOST : file));
  }

  /** The file name of an address in the directory of the listing; empty for any other. */
  private static String fileBeside(String first, String address) {
    String directory = path(first).substring(0, path(first).lastIndexOf('/') + 1);
    String path = path(address);
    return path.startsWith(directory) ? path.substring(directory.length()) : "";
  }

  private static String path(String address) {
    try {
      String path = URI.create(address).getRawPath();
      return path == null ? "" : path;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private Set<Integer> linked(ListingPage page) {
    Set<Integer> numbers = new TreeSet<>();
    for (String address : page.addresses()) {
      Matcher matcher = FILE.matcher(fileBeside(directory, address));
      if (matcher.matches() && matcher.group(2) != null && stem.equals(matcher.group(1))) {
        int number = Integer.parseInt(matcher.group(2));
        if (number > 0 && number < MAX_PAGES) {
          numbers.add(number);
        }
      }
    }
    return numbers;
  }

  private static int count(String scripts, Pattern pattern) {
    Matcher matcher = pattern.matcher(scripts);
    return matcher.find() ? count(matcher.group(1)) : 0;
  }

  private static int count(String digits) {
    return Math.min(Integer.parseInt(digits), MAX_PAGES);
  }

  private record Name(String stem, String extension) {

    static Name of(String file) {
      int dot = file.indexOf('.');
      return new Name(file.substring(0, dot), file.substring(dot + 1));
    }
  }
}
