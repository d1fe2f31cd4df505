/** The subcommands {@code report} and {@code compare}, and what becomes of a run at its end. */
@NullMarked
package snapbench.cli.report;

import org.jspecify.annotations.NullMarked;
