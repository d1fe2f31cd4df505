/** Files and folders: written so that none is ever half, locked, deleted. */
@NullMarked
package snapbench.results.files;

import org.jspecify.annotations.NullMarked;
