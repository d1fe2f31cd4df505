package snapbench.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Digests of jars, and the checksums that a repository keeps beside them. */
final class Digests {
  /** Those for which repositories keep checksums, strongest first. */
  private static final List<String> ALGORITHMS = List.of("SHA-512", "SHA-256", "SHA-1", "MD5");

  private Digests() {}

  /** SHA-256 in hexadecimal. */
  static String sha256(Path file) throws IOException {
    return digest(file, "SHA-256");
  }

  /**
   * Compares a jar with the checksums beside it, all that there are.
   *
   * @param name the driver's name, for the message
   * @throws DriverException if one does not agree
   */
  static Driver.Checksum verify(String name, Path jar) throws IOException {
    Driver.Checksum result = Driver.Checksum.NOT_VERIFIED;
    for (String algorithm : ALGORITHMS) {
      String ending = algorithm.replace("-", "").toLowerCase(Locale.ROOT);
      Path file = jar.resolveSibling(jar.getFileName() + "." + ending);
      if (Files.isRegularFile(file)) {
        // some repositories write the file's name behind the digits
        String expected =
            Files.readString(file).strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
        String actual = digest(jar, algorithm);
        if (!actual.equals(expected)) {
          throw new DriverException(
              "driver %s is refused: %s is damaged or was tampered with: its %s is %s, but %s says %s;"
                      .formatted(name, jar, algorithm, actual, file.getFileName(), expected)
                  + " delete its folder to download it again");
        }
        result = Driver.Checksum.VERIFIED;
      }
    }
    return result;
  }

  private static String digest(Path file, String algorithm) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      input.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
