@NullMarked
package snapbench.ledger;

import org.jspecify.annotations.NullMarked;
