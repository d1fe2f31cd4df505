/** The subcommand {@code drivers}: which versions exist, and what they can do. */
@NullMarked
package snapbench.cli.drivers;

import org.jspecify.annotations.NullMarked;
