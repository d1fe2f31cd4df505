package snapbench.testee.dump.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing piece of SQL text in UTF-8, to be emptied and filled again. Not thread-safe. */
public final class SqlText {
  /** A larger array than this is not kept when the text is emptied. */
  private static final int KEPT_BYTES = 1 << 20;

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;
  private int length;

  /** An empty one, with room for so many bytes. */
  public SqlText(int capacity) {
    bytes = new byte[capacity];
  }

  /** Bytes so far. */
  public int length() {
    return length;
  }

  void clear() {
    length = 0;
    if (bytes.length > KEPT_BYTES) {
      bytes = new byte[KEPT_BYTES / 2];
    }
  }

  /** The bytes between two indices, as characters. */
  public String substring(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Characters as the bytes that stand for them here. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A view of the bytes, valid until the next change. */
  ByteBuffer view() {
    return ByteBuffer.wrap(bytes, 0, length);
  }

  /** Appends one character of ASCII. */
  public SqlText append(char ascii) {
    ensure(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  /** Appends characters. */
  public SqlText append(String text) {
    return append(utf8(text));
  }

  /** Appends bytes. */
  public SqlText append(byte[] source) {
    return append(source, 0, source.length);
  }

  /** Appends the bytes between two indices. */
  public SqlText append(byte[] source, int from, int to) {
    ensure(to - from);
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
    return this;
  }

  /** Appends characters that are all ASCII, without making an array of them first. */
  SqlText appendAscii(String text) {
    int count = text.length();
    ensure(count);
    for (int i = 0; i < count; i++) {
      bytes[length + i] = (byte) text.charAt(i);
    }
    length += count;
    return this;
  }

  /** Appends each byte as two hexadecimal digits. */
  SqlText appendHex(byte[] source, int from, int to) {
    ensure(2L * (to - from));
    for (int i = from; i < to; i++) {
      bytes[length++] = HEX[(source[i] >> 4) & 15];
      bytes[length++] = HEX[source[i] & 15];
    }
    return this;
  }

  /** Makes room for so many more bytes. */
  private void ensure(long more) {
    long needed = length + more;
    if (needed > bytes.length) {
      long capacity = Math.min(Math.max(needed, 2L * bytes.length), Integer.MAX_VALUE - 8L);
      if (needed > capacity) {
        throw new IllegalStateException("one piece of SQL text would have " + needed + " bytes");
      }
      bytes = Arrays.copyOf(bytes, (int) capacity);
    }
  }
}
