/**
 * SQLite in small words, for everything above: the driver under test, statements and what they
 * answer, names and columns of tables.
 */
@NullMarked
package snapbench.testee.sql;

import org.jspecify.annotations.NullMarked;
