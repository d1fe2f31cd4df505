/** SQL text as bytes: literals, identifiers, encodings, and the file they go to. */
@NullMarked
package snapbench.testee.dump.text;

import org.jspecify.annotations.NullMarked;
