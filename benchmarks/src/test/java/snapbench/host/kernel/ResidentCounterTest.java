package snapbench.host.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidentCounterTest {
  @TempDir Path root;

  /** A container that may use 2 of 64 cores gets more than one on a machine of 2. */
  @ParameterizedTest
  @CsvSource({
    "5.10.0-30-amd64, 0-15, 0-15, 4, 40, 10240",
    "6.1.0-18-amd64, 0-1, 0-1, 4, 1, 256",
    "6.2.0, 0-1, 0-1, 4, 40, 768",
    "6.8.0-45-generic, 0-31, 0-31, 4, 40, 24576",
    "6.8.0-45-generic, 0-63, 5, 4, 40, 1536",
    "6.8.0-45-generic, '0-62,64', '5,9', 4, 40, 3072",
    "6.8.0-45-generic, 0-1, 0-63, 4, 40, 768",
    "6.8.0-45-generic, 0-1, 0-1, 64, 40, 12288",
    "6.1.0-18-arm64, 0-1, 0-1, 16, 1, 1024",
    "6.15.9, 0-1, 0-1, 4, 40, 768",
    "6.16.0, 0-1, 0-1, 4, 40, 0",
    "6.18.33, 0-63, 0-63, 4, 40, 0",
    "7.0.1, 0-1, 0-1, 4, 40, 0",
    "unknown, 0-1, 0-1, 4, 40, 0"
  })
  void lagsByWhatThreadsOrProcessorsKeepForThemselves(
      String release, String online, String allowed, int pageKiB, double threads, double kiB)
      throws IOException {
    has("proc/sys/kernel/osrelease", release + "\n");
    has("sys/devices/system/cpu/online", online + "\n");
    has("proc/self/status", "Cpus_allowed_list:\t" + allowed + "\n");
    ByteBuffer words = ByteBuffer.allocate(4 * Long.BYTES).order(ByteOrder.nativeOrder());
    LongStream.of(6, 1024L * pageKiB, 0, 0).forEach(words::putLong);
    Files.write(root.resolve("proc/self/auxv"), words.array());
    assertThat(ResidentCounter.lagKiB(root, threads)).isEqualTo(kiB);
  }

  private void has(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
