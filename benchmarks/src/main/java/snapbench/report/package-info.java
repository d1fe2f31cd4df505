/**
 * What a run says to who reads it: one model of sections and tables, and a renderer for each
 * format, which supplies only syntax.
 */
@NullMarked
package snapbench.report;

import org.jspecify.annotations.NullMarked;
