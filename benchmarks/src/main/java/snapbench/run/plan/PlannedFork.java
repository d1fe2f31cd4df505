package snapbench.run.plan;

/**
 * One fork of one cell: what JMH's runner is called for once.
 *
 * @param cell the cell
 * @param fork index of the fork within it, from 1
 */
public record PlannedFork(PlannedCell cell, int fork) {
  /** The number of its cell file, from 1, unique within the run. */
  public int number() {
    return cell.fileNumber() + fork - 1;
  }

  /** Whether it is the cell's last. */
  public boolean isLast() {
    return fork == cell.forks();
  }
}
