/**
 * What the process knows of its own memory: the JVM's figures, a collection, and a trim of the C
 * library's heap, and the texts from which the harness makes the ledger. The only package of the
 * testee that knows glibc.
 */
@NullMarked
package snapbench.testee.memory;

import org.jspecify.annotations.NullMarked;
