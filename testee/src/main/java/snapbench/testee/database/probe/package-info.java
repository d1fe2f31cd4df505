/** How long readers and writers of the live database have to wait while a cycle runs. */
@NullMarked
package snapbench.testee.database.probe;

import org.jspecify.annotations.NullMarked;
