/**
 * The ways to take a snapshot of the live database, behind {@link
 * snapbench.testee.snapshot.SnapshotMethod}; whether this driver can do it; and the check that a
 * snapshot is where it says, with all tables and all rows.
 */
@NullMarked
package snapbench.testee.snapshot;

import org.jspecify.annotations.NullMarked;
