/** The subcommand {@code speed}. */
@NullMarked
package snapbench.cli.speed;

import org.jspecify.annotations.NullMarked;
