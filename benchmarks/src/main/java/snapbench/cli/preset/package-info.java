/** What is measured where a single word says it. */
@NullMarked
package snapbench.cli.preset;

import org.jspecify.annotations.NullMarked;
