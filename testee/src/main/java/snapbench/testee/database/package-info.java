/**
 * The live in-memory database: finding the SQLite driver, the generated data and their schemas,
 * loading a user's own file, the queries that a cycle may run on a snapshot, and the probes that
 * measure how long the live database is blocked while a cycle runs.
 */
@NullMarked
package snapbench.testee.database;

import org.jspecify.annotations.NullMarked;
