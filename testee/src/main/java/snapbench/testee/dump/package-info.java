/**
 * Writes a SQLite database as SQL text that restores it exactly, read through plain JDBC. Knows
 * nothing of where the database lies or of which driver reads it.
 */
@NullMarked
package snapbench.testee.dump;

import org.jspecify.annotations.NullMarked;
