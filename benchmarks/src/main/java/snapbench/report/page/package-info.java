/**
 * Reports as one HTML page that opens offline: the model of the page, made of reports, which the
 * templates in {@code src/main/jte} turn into text. Styles and scripts are in the resources beside
 * this package.
 */
@NullMarked
package snapbench.report.page;

import org.jspecify.annotations.NullMarked;
