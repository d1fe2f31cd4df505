package snapbench.host.kernel;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the small text files in which the kernel presents its state. */
public final class KernelFile {
  /** What stands for a text that could not be read. */
  public static final String UNKNOWN = "unknown";

  private static final String UNIT_KIB = " kB";

  private KernelFile() {}

  /**
   * The text of a file, without white space at its ends; empty where there is no such file, or it
   * may not be read, or it says nothing.
   */
  public static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** The text of a file, or {@link #UNKNOWN}. */
  public static String textOrUnknown(Path file) {
    return text(file).orElse(UNKNOWN);
  }

  /** What the pattern's first group matches in a file; empty where there is no match. */
  public static Optional<String> find(Path file, Pattern pattern) {
    return text(file).flatMap(text -> find(pattern, text));
  }

  /** The number that the pattern's first group matches in a file; NaN where there is none. */
  public static double number(Path file, Pattern pattern) {
    return find(file, pattern).map(KernelFile::number).orElse(Double.NaN);
  }

  /**
   * Entries of a folder whose name matches, in no particular order; none where it cannot be read.
   */
  public static List<Path> entries(Path folder, String glob) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
      stream.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException absent) {
      return List.of();
    }
    return entries;
  }

  /** The folder in which Linux tells of a process. */
  public static Path ofProcess(long pid) {
    return Path.of("/proc", Long.toString(pid));
  }

  /** The first group of the pattern's first match in the text. */
  public static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  /**
   * The value in KiB of a line such as {@code VmRSS: 1752 kB}; NaN where there is no such line.
   *
   * @param key the line's first word, without the colon
   */
  public static double kiB(String text, String key) {
    return value(text, key)
        .filter(value -> value.endsWith(UNIT_KIB))
        .map(value -> value.substring(0, value.length() - UNIT_KIB.length()))
        .map(KernelFile::number)
        .orElse(Double.NaN);
  }

  /** The value of a line such as {@code Threads: 1}; NaN where there is no such line. */
  public static double count(String text, String key) {
    return value(text, key).map(KernelFile::number).orElse(Double.NaN);
  }

  /** Without regular expressions, since it is part of every reading of a process. */
  private static Optional<String> value(String text, String key) {
    String start = key + ":";
    int line = text.startsWith(start) ? 0 : text.indexOf("\n" + start) + 1;
    if (line == 0 && !text.startsWith(start)) {
      return Optional.empty();
    }
    int end = text.indexOf('\n', line);
    return Optional.of(
        text.substring(line + start.length(), end < 0 ? text.length() : end).strip());
  }

  /** A number, or NaN where the text is none. */
  public static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }
}
