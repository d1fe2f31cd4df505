/** A class for each format, which supplies only syntax. */
@NullMarked
package snapbench.report.render;

import org.jspecify.annotations.NullMarked;
