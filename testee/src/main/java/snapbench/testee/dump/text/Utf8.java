package snapbench.testee.dump.text;

/** Tells well-formed UTF-8 from bytes that only claim to be text. */
final class Utf8 {
  private Utf8() {}

  /**
   * Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7): no overlong forms, no
   * surrogates, nothing above U+10FFFF, nothing cut off.
   */
  static boolean isWellFormed(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      int more = bytes[i] >= 0 ? 0 : continuations(bytes, i, to);
      if (more < 0) {
        return false;
      }
      i += 1 + more;
    }
    return true;
  }

  /** Continuation bytes of the character that starts there, or -1 if it is malformed. */
  private static int continuations(byte[] bytes, int start, int to) {
    int lead = bytes[start] & 0xff;
    int count = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (lead < 0xc2 || lead > 0xf4 || start + count >= to) {
      return -1;
    }
    for (int i = start + 1; i <= start + count; i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        return -1;
      }
    }
    return isSecondAllowed(lead, bytes[start + 1] & 0xff) ? count : -1;
  }

  private static boolean isSecondAllowed(int lead, int second) {
    return switch (lead) {
      case 0xe0 -> second >= 0xa0;
      case 0xed -> second <= 0x9f;
      case 0xf0 -> second >= 0x90;
      case 0xf4 -> second <= 0x8f;
      default -> true;
    };
  }
}
