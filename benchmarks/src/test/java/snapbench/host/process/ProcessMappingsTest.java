package snapbench.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.host.installed.ElfFile;

/** Of this very process, and of files. */
class ProcessMappingsTest {
  private static final long NO_PROCESS = 1L << 30;
  private static final Pattern STACK =
      Pattern.compile(
          "(?s)(\\p{XDigit}+)-(\\p{XDigit}+) [^\n]*\\[stack\\]\n(.*?\nRss: +(\\d+) kB)");

  @TempDir Path folder;

  @Test
  void countsThePagesThatSmapsCallsResident() {
    long pid = ProcessHandle.current().pid();
    Matcher stack = STACK.matcher(ProcessMappings.smaps(pid).orElseThrow());
    assertThat(stack.find()).isTrue();
    long start = Long.parseLong(stack.group(1), 16);
    long end = Long.parseLong(stack.group(2), 16);
    assertThat(ProcessMappings.presentKiB(pid, start, end, 4096))
        .isEqualTo(Double.parseDouble(stack.group(4)));
  }

  @Test
  void knowsNothingOfAProcessThatDoesNotExist() {
    assertThat(ProcessMappings.smaps(NO_PROCESS)).isEmpty();
    assertThat(ProcessMappings.presentKiB(NO_PROCESS, 0, 4096, 4096)).isNaN();
  }

  /** A library's zeroed data follows what is in the file, at most a page behind it. */
  @Test
  void findsTheZeroedDataOfTheJvmsLibrary() {
    Path library = Path.of(System.getProperty("java.home"), "lib", "server", "libjvm.so");
    List<ElfFile.ZeroedData> zeroed = ElfFile.zeroedData(library);
    assertThat(zeroed).hasSize(1);
    assertThat(zeroed.get(0).end() - zeroed.get(0).start()).isBetween(100_000L, 10_000_000L);
  }

  @Test
  void findsNoneInWhatIsNoLibrary() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "\177ELF");
    assertThat(ElfFile.zeroedData(text)).isEmpty();
    assertThat(ElfFile.zeroedData(folder)).isEmpty();
    assertThat(ElfFile.zeroedData(folder.resolve("nothing"))).isEmpty();
  }
}
