package dev.podium.ingest.discover;

import dev.podium.ingest.source.Source;
import java.util.List;
import java.util.Optional;

/** The further pages of a listing. Its first page has the number 0. */
public sealed interface Paging permits NumberedPaging, SuffixPaging {

  /** A listing that claims more pages than this is believed up to here. */
  int MAX_PAGES = 5000;

  /**
   * Looks how a listing goes on; empty for one that does not.
   *
   * @param page any of its pages
   */
  static Optional<Paging> of(Source.Listing listing, ListingPage page) {
    return switch (listing.paging()) {
      case Source.Paging.None none -> Optional.empty();
      case Source.Paging.Suffix suffix ->
          Optional.of(new SuffixPaging(listing.url(), suffix.file(), page));
      case Source.Paging.Query query ->
          Optional.of(new NumberedPaging(new QueryNumbers(listing.url(), query), page));
      case Source.Paging.Path path ->
          Optional.of(new NumberedPaging(new PathNumbers(listing.url(), path), page));
    };
  }

  /**
   * The numbers of the pages to look at after one.
   *
   * @param number of the page that was looked at
   * @param fruitful whether it had links to briefings that no other page of the listing has
   */
  List<Integer> after(int number, boolean fruitful);

  /** The address of a page. */
  String address(int number);
}
