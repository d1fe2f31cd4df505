/** Where output goes: terminal, log and file. */
@NullMarked
package snapbench.cli.terminal;

import org.jspecify.annotations.NullMarked;
