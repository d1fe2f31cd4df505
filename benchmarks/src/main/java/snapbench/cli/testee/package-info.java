/** The subcommands {@code testee} and {@code testee-check}. */
@NullMarked
package snapbench.cli.testee;

import org.jspecify.annotations.NullMarked;
