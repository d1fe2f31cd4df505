/** Statements, columns and tables of SQLite, and how the driver is reached. */
@NullMarked
package snapbench.testee.database.sql;

import org.jspecify.annotations.NullMarked;
