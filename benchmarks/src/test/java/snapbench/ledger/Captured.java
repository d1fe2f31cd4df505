package snapbench.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import snapbench.host.installed.ElfFile;
import snapbench.testee.api.LedgerTexts;

/**
 * What a real testee looked like after five cycles at scale 0.03 on three threads: its texts, and
 * what the kernel answered when asked for the pages of mappings that several owners share.
 */
final class Captured {
  private final String name;

  /**
   * Chooses one.
   *
   * @param name JDK and collector, for instance {@code 17-SerialGC}
   */
  Captured(String name) {
    this.name = name;
  }

  /** The mappings alone. */
  String smaps() {
    return text("smaps.txt");
  }

  LedgerSources sources() {
    return new LedgerSources(
        smaps(),
        new LedgerTexts(text("native-memory.txt"), text("malloc-info.xml"), Double.NaN, List.of()),
        pages(),
        libraries());
  }

  private LedgerSources.ResidentPages pages() {
    Map<String, Double> pages = new HashMap<>();
    for (String[] words : words("pages.txt")) {
      pages.put(words[0] + " " + words[1], Double.valueOf(words[2]));
    }
    return (start, end, pageBytes) ->
        pages.getOrDefault(Long.toHexString(start) + " " + Long.toHexString(end), Double.NaN);
  }

  private LedgerSources.Libraries libraries() {
    Map<String, List<ElfFile.ZeroedData>> libraries = new HashMap<>();
    for (String[] words : words("libraries.txt")) {
      libraries
          .computeIfAbsent(words[0], path -> new ArrayList<>())
          .add(new ElfFile.ZeroedData(hexadecimal(words[1]), hexadecimal(words[2])));
    }
    return path -> libraries.getOrDefault(path, List.of());
  }

  private static long hexadecimal(String word) {
    return Long.parseLong(word, 16);
  }

  private List<String[]> words(String file) {
    return text(file).lines().map(line -> line.split(" ", -1)).toList();
  }

  private String text(String file) {
    try (InputStream input = Captured.class.getResourceAsStream(name + "/" + file)) {
      if (input == null) {
        throw new IllegalStateException("no " + name + "/" + file);
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
