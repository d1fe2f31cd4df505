/**
 * Conversations with a testee that find out whether it keeps the testee contract: what it should
 * do, what it should refuse, and how it should end. Nothing here measures.
 */
@NullMarked
package snapbench.check;

import org.jspecify.annotations.NullMarked;
