package snapbench.results.files;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;

/**
 * JSON files that are whole or absent: written beside their final name, then renamed. NaN and the
 * infinities are written as the strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"};
 * they are also read as other programs write them, without quotes.
 */
public final class JsonFiles {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .build())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private JsonFiles() {}

  /**
   * Writes a value, replacing the file if it exists.
   *
   * @throws IOException if it cannot be written; the file is then as it was
   */
  public static void write(Path file, Object value) throws IOException {
    writeBytes(file, MAPPER.writeValueAsBytes(value));
  }

  /**
   * Writes bytes the same way: to {@code NAME.PID.part}, forced to disk, then renamed.
   *
   * @throws IOException if they cannot be written; the file is then as it was
   */
  public static void writeBytes(Path file, byte[] bytes) throws IOException {
    Path part =
        file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.write(part, bytes);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw PlainFile.named(file, e);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** A value as a tree of objects, arrays, texts and numbers, to be added to. */
  public static ObjectNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * Reads a value.
   *
   * @throws java.nio.file.NoSuchFileException if the file does not exist
   * @throws IOException if it cannot be read or does not hold such a value, naming the file
   */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return read(file, type, "what belongs there");
    } catch (InvalidInputException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Reads a value that the user gave.
   *
   * @param kind what the file is to be, in words, for the message
   * @throws InvalidInputException if it does not hold exactly one such value, naming file and line
   * @throws java.nio.file.NoSuchFileException if the file does not exist
   * @throws IOException if it cannot be read, naming the file
   */
  public static <T> T read(Path file, Class<T> type, String kind)
      throws IOException, InvalidInputException {
    String what = file + " is not " + kind + ": ";
    try (InputStream in = PlainFile.open(file);
        JsonParser parser = MAPPER.createParser(in)) {
      if (parser.nextToken() == null) {
        throw new InvalidInputException(what + "it is empty");
      }
      T value = MAPPER.readValue(parser, type);
      if (value == null) {
        throw new InvalidInputException(what + "it says null");
      }
      if (hasMore(parser)) {
        throw new InvalidInputException(
            what
                + "more follows after its end, on line "
                + parser.currentTokenLocation().getLineNr()
                + "; a file holds one, give each a file of its own");
      }
      return value;
    } catch (JacksonException e) {
      throw new InvalidInputException(what + words(e), e);
    } catch (IOException e) {
      throw PlainFile.named(file, e);
    }
  }

  private static boolean hasMore(JsonParser parser) throws IOException {
    try {
      return parser.nextToken() != null;
    } catch (JacksonException noJson) {
      return true;
    }
  }

  /** What is wrong, in one line, and where. */
  private static String words(JacksonException e) {
    String line = e.getLocation() == null ? "it" : "line " + e.getLocation().getLineNr();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StreamReadException syntax) {
        boolean cut = String.valueOf(syntax.getOriginalMessage()).contains("end-of-input");
        return cut ? "it is cut off: it ends on " + line : line + " is no JSON";
      }
    }
    String path =
        !(e instanceof JsonMappingException wrong)
            ? ""
            : wrong.getPath().stream()
                .map(
                    step ->
                        step.getFieldName() == null
                            ? "[" + step.getIndex() + "]"
                            : "." + step.getFieldName())
                .collect(Collectors.joining());
    return line
        + (path.isEmpty() ? "" : ", " + path.replaceFirst("^\\.", ""))
        + " is missing or is something else";
  }
}
