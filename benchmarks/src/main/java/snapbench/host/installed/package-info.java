/** What is installed on this machine: tools, and shared libraries by what ELF says. */
@NullMarked
package snapbench.host.installed;

import org.jspecify.annotations.NullMarked;
