/**
 * A class for each chart, as Vega-Lite data with the same figures as a table. Their specifications
 * are resources named after what is drawn.
 */
@NullMarked
package snapbench.report.chart;

import org.jspecify.annotations.NullMarked;
