/**
 * The process under test: reads its options, opens and fills the live database, and serves cycles.
 */
@NullMarked
package snapbench.testee;

import org.jspecify.annotations.NullMarked;
