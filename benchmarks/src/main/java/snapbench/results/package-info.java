/**
 * What a run leaves behind: its folder, its cells and their cycles; written atomically, read back.
 */
@NullMarked
package snapbench.results;

import org.jspecify.annotations.NullMarked;
