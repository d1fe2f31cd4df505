package snapbench.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.util.FileUtils;
import snapbench.results.files.InvalidInputException;
import snapbench.results.files.JsonFiles;
import snapbench.run.loop.MergedResults;

/**
 * JMH's own result file, if {@code -rf} or {@code -rff} asks for it.
 *
 * @param path the file; null if it was not asked for
 * @param format its format
 */
record ResultFile(@Nullable String path, ResultFormatType format) {

  /**
   * Finds out what was asked for, and that it can be written, before anything is measured. A file
   * that did not exist does not exist afterwards.
   *
   * @throws InvalidInputException if the file cannot be written
   */
  static ResultFile prepare(Options options) throws InvalidInputException {
    ResultFormatType format = options.getResultFormat().orElse(Defaults.RESULT_FORMAT);
    if (!options.getResult().hasValue() && !options.getResultFormat().hasValue()) {
      return new ResultFile(null, format);
    }
    String standard =
        Defaults.RESULT_FILE_PREFIX + "." + format.toString().toLowerCase(Locale.ROOT);
    String path = options.getResult().orElse(standard);
    Path file = Path.of(path);
    if (Files.isDirectory(file)) {
      throw new InvalidInputException("-rff " + path + " is a folder; choose a file");
    }
    try {
      boolean absent = !Files.exists(file);
      FileUtils.touch(path);
      if (absent) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new InvalidInputException("-rff " + path + " cannot be written: " + e.getMessage(), e);
    }
    return new ResultFile(path, format);
  }

  /** Writes all results. */
  void write(Collection<RunResult> results, OutputFormat out) throws IOException {
    if (path != null) {
      Path file = Path.of(path);
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      byte[] bytes = MergedResults.inFormat(format, results);
      if (Files.exists(file) && !isReplaceable(target)) {
        Files.write(target, bytes);
      } else {
        JsonFiles.writeBytes(target, bytes);
      }
      out.println("");
      out.println("Benchmark result is saved to " + path);
    }
  }

  /** Not a device or a pipe, and in a folder where another file can be made. */
  private static boolean isReplaceable(Path file) {
    Path folder = file.getParent();
    return Files.isRegularFile(file) && folder != null && Files.isWritable(folder);
  }
}
