package dev.podium.ingest.discover;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The entries of a sitemap or a feed, read piece by piece, so that nothing grows with what somebody
 * else wrote: neither what is unpacked, nor entries, nor one of them. What could be read before a
 * mistake is kept.
 *
 * @param root the name of the root element; null where there is none
 * @param trouble why there may be more than this, in words; null where it is all
 */
record XmlEntries(String root, List<XmlEntry> entries, String trouble) {

  /** What sitemaps.org allows a file to have. */
  static final int MAX_ENTRIES = 50_000;

  /** What sitemaps.org allows a file to have, unpacked. */
  static final int MAX_BYTES = 50 * 1024 * 1024;

  private static final int GZIP = 0x1F8B;

  /**
   * Reads a file, packed with gzip or not.
   *
   * @param names of the elements that are entries
   */
  static XmlEntries read(byte[] body, Set<String> names) {
    List<XmlEntry> entries = new ArrayList<>();
    try (CutStream in = plain(body)) {
      return read(in, names, entries);
    } catch (IOException e) {
      return new XmlEntries(null, entries, "it cannot be unpacked: " + e.getMessage());
    }
  }

  /** The bytes of a body, unpacked where it is packed, up to the limit. */
  static CutStream plain(byte[] body) throws IOException {
    InputStream in = new ByteArrayInputStream(body);
    return new CutStream(packed(body) ? new GZIPInputStream(in) : in, MAX_BYTES);
  }

  private static boolean packed(byte[] body) {
    return body.length > 1 && (((body[0] & 0xFF) << 8) | (body[1] & 0xFF)) == GZIP;
  }

  private static XmlEntries read(CutStream in, Set<String> names, List<XmlEntry> entries)
      throws IOException {
    String root = null;
    try {
      XMLStreamReader xml = SafeXml.read(afterBlanks(in));
      XmlEntry.Reader reader = new XmlEntry.Reader(xml, names);
      while (reader.next()) {
        root = reader.root();
        if (reader.entry() != null && entries.size() == MAX_ENTRIES) {
          return new XmlEntries(root, entries, "only the first " + MAX_ENTRIES + " were read");
        }
        if (reader.entry() != null) {
          entries.add(reader.entry());
        }
      }
      return new XmlEntries(root, entries, null);
    } catch (XMLStreamException e) {
      String where = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNumber();
      return new XmlEntries(root, entries, in.cut() ? tooLong() : "it is broken off" + where);
    }
  }

  static String tooLong() {
    return "only its first " + MAX_BYTES + " bytes were read";
  }

  /** Some sites send blanks ahead of the declaration, which XML does not allow. */
  private static InputStream afterBlanks(InputStream in) throws IOException {
    InputStream buffered = new BufferedInputStream(in);
    int next = ' ';
    while (next >= 0 && next <= ' ') {
      buffered.mark(1);
      next = buffered.read();
    }
    buffered.reset();
    return buffered;
  }
}
