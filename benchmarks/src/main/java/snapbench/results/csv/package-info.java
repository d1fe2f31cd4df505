/** Series of anyone's: CSV files, with what their headings say of units. */
@NullMarked
package snapbench.results.csv;

import org.jspecify.annotations.NullMarked;
