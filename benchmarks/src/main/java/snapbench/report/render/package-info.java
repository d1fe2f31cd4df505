/**
 * A class for each format of text, which supplies only syntax: a new format or export goes here, a
 * page of HTML is in {@code page}.
 */
@NullMarked
package snapbench.report.render;

import org.jspecify.annotations.NullMarked;
