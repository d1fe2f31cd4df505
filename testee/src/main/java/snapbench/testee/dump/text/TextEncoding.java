package snapbench.testee.dump.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How a database stores its text: what {@code PRAGMA encoding} returns. */
public enum TextEncoding {
  UTF_8("UTF-8", StandardCharsets.UTF_8),
  UTF_16LE("UTF-16le", StandardCharsets.UTF_16LE),
  UTF_16BE("UTF-16be", StandardCharsets.UTF_16BE);

  private final String pragma;
  private final Charset charset;

  TextEncoding(String pragma, Charset charset) {
    this.pragma = pragma;
    this.charset = charset;
  }

  /**
   * Finds an encoding by what {@code PRAGMA encoding} returned.
   *
   * @throws IllegalArgumentException if it is none of SQLite's
   */
  public static TextEncoding of(String pragma) {
    for (TextEncoding encoding : values()) {
      if (encoding.pragma.equals(pragma)) {
        return encoding;
      }
    }
    throw new IllegalArgumentException(
        "PRAGMA encoding returned " + pragma + "; SQLite has UTF-8, UTF-16le and UTF-16be");
  }

  /** The name that {@code PRAGMA encoding} takes. */
  public String pragma() {
    return pragma;
  }

  /** The bytes that stand for these characters in this encoding. */
  public byte[] encode(String characters) {
    return characters.getBytes(charset);
  }

  /** The text's characters, or nothing if the bytes are not well-formed in this encoding. */
  Optional<String> decode(byte[] text) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(text)).toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }
}
