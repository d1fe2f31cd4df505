/** The conditions of {@code --fail-on}, and what becomes of them. */
@NullMarked
package snapbench.analysis.gate;

import org.jspecify.annotations.NullMarked;
