package snapbench.run.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.runner.link.BinaryLinkServer;
import snapbench.host.process.SocketOwner;

/**
 * Lets nobody but a process of this one's onto JMH's link to its fork. JMH 1.37 takes whoever
 * connects first for the fork, without asking, stops listening when a second comes, and has no way
 * to be told otherwise. So before a fork starts, this listens in JMH's place, at the same port, and
 * hands JMH the fork's connection only. Where JMH's classes are others, JMH listens itself.
 */
final class LinkGuard implements AutoCloseable {
  private static final String ACCEPTOR = BinaryLinkServer.class.getName() + "$Acceptor";
  private static final String HANDLER = BinaryLinkServer.class.getName() + "$Handler";
  private static final int BACKLOG = 50;

  private final List<ServerSocket> listening = new ArrayList<>();

  /** Takes the place of each acceptor of JMH's that is at work, before the fork is started. */
  void forkBegins() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getClass().getName().equals(ACCEPTOR) && thread.isAlive()) {
        try {
          replace(thread);
        } catch (ReflectiveOperationException otherVersion) {
          return;
        } catch (IOException e) {
          throw new UncheckedIOException("JMH's link cannot be guarded", e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private void replace(Thread acceptor)
      throws ReflectiveOperationException, IOException, InterruptedException {
    BinaryLinkServer link = field(acceptor, "this$0", BinaryLinkServer.class);
    @SuppressWarnings("unchecked")
    AtomicReference<Thread> handler = field(link, "handler", AtomicReference.class);
    Constructor<?> newHandler =
        Class.forName(HANDLER).getDeclaredConstructor(BinaryLinkServer.class, Socket.class);
    newHandler.setAccessible(true);
    ServerSocket theirs = field(acceptor, "server", ServerSocket.class);
    theirs.close();
    acceptor.join();
    Thread stranger = handler.getAndSet(null);
    if (stranger != null) {
      field(stranger, "socket", Socket.class).close();
      stranger.join();
      // whatever it said
      link.getResults();
      link.getException();
      link.getMetadata();
    }
    ServerSocket ours = new ServerSocket(theirs.getLocalPort(), BACKLOG, theirs.getInetAddress());
    listening.add(ours);
    Thread guard = new Thread(() -> accept(ours, link, handler, newHandler), "link-guard");
    guard.setDaemon(true);
    guard.start();
  }

  private static <T> T field(Object object, String name, Class<T> type)
      throws ReflectiveOperationException {
    Field field = object.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return type.cast(field.get(object));
  }

  private static void accept(
      ServerSocket server,
      BinaryLinkServer link,
      AtomicReference<Thread> handler,
      Constructor<?> newHandler) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        if (handler.get() == null
            && SocketOwner.isAmong(socket, ProcessHandle.current().descendants())) {
          Thread ofFork = (Thread) newHandler.newInstance(link, socket);
          handler.set(ofFork);
          ofFork.start();
        } else {
          socket.close();
        }
      } catch (IOException | ReflectiveOperationException e) {
        // that connection is gone; or this is closed, which ends the loop
      }
    }
  }

  @Override
  public void close() {
    for (ServerSocket each : listening) {
      try {
        each.close();
      } catch (IOException e) {
        throw new UncheckedIOException("JMH's link cannot be closed", e);
      }
    }
    listening.clear();
  }
}
