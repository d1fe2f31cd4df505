/** Fills a database with data that depend on a seed alone. */
@NullMarked
package snapbench.testee.database.generate;

import org.jspecify.annotations.NullMarked;
