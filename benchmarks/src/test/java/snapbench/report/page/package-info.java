/** Tests of the page, some of them in a browser. */
@NullMarked
package snapbench.report.page;

import org.jspecify.annotations.NullMarked;
