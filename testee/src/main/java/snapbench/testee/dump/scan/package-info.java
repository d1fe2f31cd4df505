/** Reads rows of one table as SQL literals: row by row, or in batches. */
@NullMarked
package snapbench.testee.dump.scan;

import org.jspecify.annotations.NullMarked;
