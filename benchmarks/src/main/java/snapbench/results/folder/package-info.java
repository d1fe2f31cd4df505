/** A run's folder: what is in it, who owns it, what a killed run left. */
@NullMarked
package snapbench.results.folder;

import org.jspecify.annotations.NullMarked;
