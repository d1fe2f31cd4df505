/**
 * A class for each section of a report, with its table; {@code Report} puts them in their order.
 */
@NullMarked
package snapbench.report.section;

import org.jspecify.annotations.NullMarked;
