package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Others on the machine find the port by which JMH talks to its fork, before the fork does. */
@EnabledOnOs(OS.LINUX)
class ForkLinkIT {
  private static final Pattern FORK = Pattern.compile("ForkedMain\\s+127\\.0\\.0\\.1\\s+(\\d+)");

  @TempDir Path folder;

  private static Optional<Integer> port(ProcessHandle fork) {
    String line = String.join(" ", fork.info().arguments().orElse(new String[0]));
    try (Scanner scanner = new Scanner(line)) {
      return scanner
          .findAll(FORK)
          .map((MatchResult found) -> Integer.valueOf(found.group(1)))
          .findFirst();
    }
  }

  private static byte[] serialised(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
      stream.writeObject(object);
    }
    return bytes.toByteArray();
  }

  @Test
  void isNobodyElses() throws Exception {
    List<byte[]> messages =
        List.of(
            new byte[0],
            "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8),
            new byte[100_000],
            serialised(new HashMap<>()),
            serialised(folder.toUri()));
    List<Socket> held = new ArrayList<>();
    try (BenchmarksProcess run =
        BenchmarksProcess.start(
            folder, "TinyBenchmark.succeeding", "-p", "tokens=10,20", "-f", "2", "-i", "2")) {
      for (int fork = 0; run.handle().isAlive(); ) {
        for (Integer port :
            run.handle().children().map(ForkLinkIT::port).flatMap(Optional::stream).toList()) {
          held.add(connected(port, messages.get(fork++ % messages.size())));
        }
      }
      assertThat(run.exitCode()).as(run.errors()).isZero();
      assertThat(held.size()).isGreaterThanOrEqualTo(messages.size());
      assertThat(run.errors()).doesNotContain("Exception", "\tat ");
      assertThat(run.output()).doesNotContain("binary link had failed").contains("Results are in ");
    } finally {
      for (Socket each : held) {
        each.close();
      }
    }
  }

  /** Left open, whatever comes of it. */
  private static Socket connected(int port, byte[] message) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      socket.getOutputStream().write(message);
    } catch (IOException notTaken) {
      // by whoever knows better
    }
    return socket;
  }
}
