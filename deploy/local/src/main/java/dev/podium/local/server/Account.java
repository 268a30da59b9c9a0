package dev.podium.local.server;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who a server runs as. Elasticsearch and PostgreSQL refuse root, so that root runs them as {@code
 * nobody}, which then owns their folders.
 */
sealed interface Account {

  /** The command as this account runs it. */
  List<String> command(List<String> command);

  /** Gives the folder and all in it to this account. */
  void own(Path folder) throws IOException;

  /** The account for a server that refuses root and reads the given files. */
  static Account unprivileged(Path... files) {
    if (new UnixSystem().getUid() != 0) {
      return new Self();
    }
    if (Stream.of("/usr/bin/setpriv", "/bin/setpriv")
        .map(Path::of)
        .noneMatch(Files::isExecutable)) {
      throw new ServerException(
          "Elasticsearch and PostgreSQL refuse to run as root, and setpriv is not there to start"
              + " them as nobody: install util-linux or run this as another user.");
    }
    return new Nobody(Stream.of(files).allMatch(Account::reachable));
  }

  private static boolean reachable(Path file) {
    try {
      for (Path path = file.toRealPath(); path != null; path = path.getParent()) {
        var permissions = Files.getPosixFilePermissions(path);
        if (!permissions.contains(
            Files.isDirectory(path)
                ? PosixFilePermission.OTHERS_EXECUTE
                : PosixFilePermission.OTHERS_READ)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new ServerException("Cannot look at " + file + ": " + e, e);
    }
  }

  /** Whoever runs this program. */
  record Self() implements Account {

    @Override
    public List<String> command(List<String> command) {
      return command;
    }

    @Override
    public void own(Path folder) {
      // Created by us, so ours already.
    }
  }

  /**
   * The user {@code nobody}.
   *
   * @param reaches whether it may enter the folders on the way; a checkout below /root it may not,
   *     so that the process keeps the one capability that lets it read there
   */
  record Nobody(boolean reaches) implements Account {

    /** By number, since distributions call it nogroup or nobody. */
    private static final String NOGROUP = "65534";

    /**
     * The last one lets access(2), by which initdb looks for its programs, count the capability.
     */
    private static final List<String> READ_ANYWHERE =
        List.of(
            "--inh-caps",
            "+dac_read_search",
            "--ambient-caps",
            "+dac_read_search",
            "--securebits",
            "+no_setuid_fixup");

    @Override
    public List<String> command(List<String> command) {
      List<String> all =
          new ArrayList<>(
              List.of("setpriv", "--reuid", "nobody", "--regid", NOGROUP, "--clear-groups"));
      if (!reaches) {
        all.addAll(READ_ANYWHERE);
      }
      all.addAll(command);
      return all;
    }

    @Override
    public void own(Path folder) throws IOException {
      var nobody =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
                throws IOException {
              return visitFile(path, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
                throws IOException {
              Files.setOwner(path, nobody);
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }
}
