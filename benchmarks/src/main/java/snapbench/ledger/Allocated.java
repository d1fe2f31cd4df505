package snapbench.ledger;

/**
 * The resident memory of the allocator, split by whose it is. All in KiB, none negative; together
 * they are what was split.
 *
 * <p>malloc does not tell which pages it uses. What is known: how much it holds of the kernel, how
 * much of that is free, and how much of that is resident altogether. The rule: what is not resident
 * is free. So live memory counts as resident, all of it, and free memory as resident as far as
 * there is any left. That errs by what was taken by malloc and never written to, at most by {@link
 * #notResidentKiB}: by so much nativeLive may be too high and nativeFree too low. Live memory
 * includes malloc's overhead (8 bytes a chunk, rounded up to 16), that of HotSpot's own chunks too,
 * and the chunks that wait in the threads' caches (tcache): up to 7 of each of 64 sizes, less than
 * 232 KiB a thread.
 *
 * @param directKiB direct buffers; they are zeroed, and so resident
 * @param jvmKiB HotSpot's own
 * @param liveKiB in use by others; NaN where the allocator is not glibc's
 * @param freeKiB free; NaN likewise
 * @param unclaimedKiB more than malloc holds, or all of the rest where it is not glibc's
 * @param notResidentKiB what malloc holds and is not resident; NaN likewise
 */
record Allocated(
    double directKiB,
    double jvmKiB,
    double liveKiB,
    double freeKiB,
    double unclaimedKiB,
    double notResidentKiB) {

  /**
   * Splits it.
   *
   * @param residentKiB all resident memory of the kind that an allocator asks for
   */
  static Allocated split(double residentKiB, TrackedMemory tracked, MallocInfo malloc) {
    if (!isInCharge(tracked, malloc)) {
      double direct = Math.min(tracked.directKiB(), residentKiB);
      double jvm = Math.min(tracked.ownKiB(), residentKiB - direct);
      double rest = residentKiB - direct - jvm;
      return new Allocated(direct, jvm, Double.NaN, Double.NaN, rest, Double.NaN);
    }
    double claimed = Math.min(residentKiB, malloc.heldKiB());
    double used = Math.min(claimed, malloc.inUseKiB());
    double direct = Math.min(tracked.directKiB(), used);
    double jvm = Math.min(tracked.ownKiB(), used - direct);
    return new Allocated(
        direct,
        jvm,
        used - direct - jvm,
        claimed - used,
        residentKiB - claimed,
        malloc.heldKiB() - claimed);
  }

  /** Where another allocator has been preloaded, glibc's does not even hold what HotSpot took. */
  static boolean isInCharge(TrackedMemory tracked, MallocInfo malloc) {
    return malloc.isKnown()
        && tracked.isKnown()
        && malloc.inUseKiB() >= tracked.ownKiB() + tracked.directKiB();
  }
}
