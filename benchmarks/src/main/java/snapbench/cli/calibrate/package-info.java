/** The subcommand {@code calibrate}. */
@NullMarked
package snapbench.cli.calibrate;

import org.jspecify.annotations.NullMarked;
