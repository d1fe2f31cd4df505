/**
 * The ledger: from the kernel's, HotSpot's and glibc's texts to the resident bytes of each owner.
 * Pure: it reads no process, no file and no clock.
 */
@NullMarked
package snapbench.ledger;

import org.jspecify.annotations.NullMarked;
