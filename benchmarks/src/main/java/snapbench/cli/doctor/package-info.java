/** The subcommand {@code doctor}. */
@NullMarked
package snapbench.cli.doctor;

import org.jspecify.annotations.NullMarked;
