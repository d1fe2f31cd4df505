package snapbench.host.process;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which process is at the other end of a connection within this machine, as Linux tells it. */
public final class SocketOwner {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));
  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int INODE = 9;

  private SocketOwner() {}

  /**
   * Whether the other end is of one of the processes. True, too, where the system does not tell.
   *
   * @param socket connected to another of this machine
   * @param processes those that may be
   */
  public static boolean isAmong(Socket socket, Stream<ProcessHandle> processes) throws IOException {
    if (!Files.isReadable(TABLES.get(0))) {
      return true;
    }
    Optional<String> inode = inode(port(socket.getPort()), port(socket.getLocalPort()));
    return inode.isPresent()
        && processes.anyMatch(each -> holds(each.pid(), "socket:[" + inode.get() + "]"));
  }

  private static String port(int port) {
    return String.format(Locale.ROOT, ":%04X", port);
  }

  /** Of the socket at the other end, whose local port is our remote one. */
  private static Optional<String> inode(String local, String remote) throws IOException {
    for (Path table : TABLES) {
      if (Files.isReadable(table)) {
        for (String line : Files.readAllLines(table)) {
          String[] words = line.strip().split("\\s+", -1);
          if (words.length > INODE
              && words[LOCAL].endsWith(local)
              && words[REMOTE].endsWith(remote)) {
            return Optional.of(words[INODE]);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean holds(long pid, String link) {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return descriptors.anyMatch(descriptor -> leadsTo(descriptor, link));
    } catch (IOException gone) {
      return false;
    }
  }

  private static boolean leadsTo(Path descriptor, String link) {
    try {
      return Files.readSymbolicLink(descriptor).toString().equals(link);
    } catch (IOException closed) {
      return false;
    }
  }
}
