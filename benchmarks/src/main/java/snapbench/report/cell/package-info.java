/**
 * One cell of a run as reports show it: its title, style, series and what they were judged to be.
 */
@NullMarked
package snapbench.report.cell;

import org.jspecify.annotations.NullMarked;
