/**
 * What the testee and the harness say to each other: the records that travel between the two
 * processes as JSON, and the names of snapshots and activities. Imports nothing of ours.
 */
@NullMarked
package snapbench.testee.api;

import org.jspecify.annotations.NullMarked;
