package dev.podium.ingest.discover;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The further pages of a listing that has their number in its address. Those that a page links are
 * looked at, and the next one as long as there was something on the one before.
 */
final class NumberedPaging implements Paging {

  private final PageNumbers numbers;
  private final NavigableSet<Integer> linked = new TreeSet<>();

  NumberedPaging(PageNumbers numbers, ListingPage page) {
    this.numbers = numbers;
    page.addresses().stream()
        .map(numbers::number)
        .filter(number -> number > 0 && number < MAX_PAGES)
        .forEach(linked::add);
  }

  @Override
  public List<Integer> after(int number, boolean fruitful) {
    NavigableSet<Integer> after = new TreeSet<>(linked);
    if (fruitful && number + 1 < MAX_PAGES) {
      after.add(number + 1);
    }
    after.remove(number);
    return List.copyOf(after);
  }

  @Override
  public String address(int number) {
    return numbers.address(number);
  }
}
