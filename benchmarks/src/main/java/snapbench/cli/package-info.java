/** The command line: {@code Main} and one class per subcommand, the only place that exits. */
@NullMarked
package snapbench.cli;

import org.jspecify.annotations.NullMarked;
