/** A class for each chart: data for a Vega-Lite template in the resources. */
@NullMarked
package snapbench.report.chart;

import org.jspecify.annotations.NullMarked;
