/** What SQLite tells of a database's tables, columns and pragmas. */
@NullMarked
package snapbench.testee.dump.schema;

import org.jspecify.annotations.NullMarked;
