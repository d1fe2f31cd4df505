/** What a reader must know before believing a number, as types with advice. */
@NullMarked
package snapbench.analysis.warning;

import org.jspecify.annotations.NullMarked;
