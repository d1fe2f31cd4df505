/**
 * The live in-memory database: filled with generated data or a user's own file; and, beside it, the
 * probes that measure how long it is blocked while a cycle runs.
 */
@NullMarked
package snapbench.testee.database;

import org.jspecify.annotations.NullMarked;
