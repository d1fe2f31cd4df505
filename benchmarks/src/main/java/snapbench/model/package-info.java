/**
 * The words of this project, which every package shares: a {@code Cell} is one combination of
 * values of parameters, a {@code Fork} one process that measured it, a {@code Cycle} one snapshot
 * and dump in it, a {@code Reading} what was read of the testee then. No input or output.
 */
@NullMarked
package snapbench.model;

import org.jspecify.annotations.NullMarked;
