/** What every format of a report is rendered from: sections, tables, charts, headlines. */
@NullMarked
package snapbench.report.model;

import org.jspecify.annotations.NullMarked;
