/** The subcommand {@code judge}: the verdict on any series. */
@NullMarked
package snapbench.cli.judge;

import org.jspecify.annotations.NullMarked;
