/** A class for each section of a report. */
@NullMarked
package snapbench.report.section;

import org.jspecify.annotations.NullMarked;
