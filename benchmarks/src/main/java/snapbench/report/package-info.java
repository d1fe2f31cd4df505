/**
 * What a run says to who reads it: one model of sections and tables, and a renderer for each
 * format, which supplies only syntax. Charts are Vega-Lite specifications, from the folder {@code
 * charts} in the resources, with their data; {@code snapbench.report.page} draws them.
 */
@NullMarked
package snapbench.report;

import org.jspecify.annotations.NullMarked;
