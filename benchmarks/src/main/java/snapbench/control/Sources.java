package snapbench.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A control's source files, unpacked.
 *
 * @param files where they are
 */
record Sources(List<Path> files) {
  private static final int KEY_DIGITS = 16;

  /** Copies a control's files into a folder. */
  static Sources unpack(String control, List<String> files, Path folder) throws IOException {
    for (String file : files) {
      String resource = "control/" + control + "/" + file;
      try (InputStream input = Sources.class.getResourceAsStream("/" + resource)) {
        if (input == null) {
          throw new IOException("resource " + resource + " is not packed");
        }
        Files.copy(input, folder.resolve(file));
      }
    }
    return new Sources(files.stream().map(folder::resolve).toList());
  }

  /** A name for what is built from these sources with such versions, in hexadecimal digits. */
  String key(List<String> versions) throws IOException {
    MessageDigest digest = sha256();
    for (Path file : files) {
      digest.update(Files.readAllBytes(file));
      digest.update((byte) 0);
    }
    for (String version : versions) {
      digest.update(version.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, KEY_DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
