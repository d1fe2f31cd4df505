/** From a driver's name, as given in {@code -p driver=}, to the jars that go on the class path. */
@NullMarked
package snapbench.driver;

import org.jspecify.annotations.NullMarked;
