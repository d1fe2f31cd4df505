/** The subcommand {@code self}: what the project measures of itself. */
@NullMarked
package snapbench.self;

import org.jspecify.annotations.NullMarked;
