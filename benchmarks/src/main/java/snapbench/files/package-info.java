/** What the JDK lacks to work with files, folders and the PATH. Knows nothing of ours. */
@NullMarked
package snapbench.files;

import org.jspecify.annotations.NullMarked;
