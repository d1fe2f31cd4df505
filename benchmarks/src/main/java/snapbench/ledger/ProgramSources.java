package snapbench.ledger;

/**
 * Everything that the ledger of a program that is no JVM is made of.
 *
 * @param smaps the process's {@code /proc/PID/smaps}
 * @param memory what it says of itself
 * @param pages tells what is resident of a part of a mapping
 * @param libraries tells which memory behind a library's mappings belongs to it
 */
public record ProgramSources(
    String smaps,
    ProgramMemory memory,
    LedgerSources.ResidentPages pages,
    LedgerSources.Libraries libraries) {}
