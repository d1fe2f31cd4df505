/** What {@code judge} says of series that are not of a run. */
@NullMarked
package snapbench.report.judge;

import org.jspecify.annotations.NullMarked;
