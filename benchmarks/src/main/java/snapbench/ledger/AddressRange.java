package snapbench.ledger;

/**
 * A stretch of a process's memory. Addresses are unsigned.
 *
 * @param start its first byte
 * @param end the first byte after it
 */
record AddressRange(long start, long end) implements Comparable<AddressRange> {
  private static final double BYTES_PER_KIB = 1024;

  /**
   * Checks the addresses.
   *
   * @throws IllegalArgumentException if it has no byte
   */
  AddressRange {
    if (Long.compareUnsigned(start, end) >= 0) {
      throw new IllegalArgumentException("%x-%x is not a range of addresses".formatted(start, end));
    }
  }

  /** Reads two hexadecimal numbers, without {@code 0x}. */
  static AddressRange parse(String start, String end) {
    return new AddressRange(Long.parseUnsignedLong(start, 16), Long.parseUnsignedLong(end, 16));
  }

  boolean overlaps(AddressRange other) {
    return Long.compareUnsigned(start, other.end) < 0 && Long.compareUnsigned(other.start, end) < 0;
  }

  /** What both have in common; they must overlap. */
  AddressRange intersection(AddressRange other) {
    return new AddressRange(
        Long.compareUnsigned(start, other.start) > 0 ? start : other.start,
        Long.compareUnsigned(end, other.end) < 0 ? end : other.end);
  }

  double kiB() {
    return (end - start) / BYTES_PER_KIB;
  }

  /** By their first bytes. */
  @Override
  public int compareTo(AddressRange other) {
    return Long.compareUnsigned(start, other.start);
  }
}
