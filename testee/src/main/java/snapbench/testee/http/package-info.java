/** The testee's endpoint: requests in, JSON out, on 127.0.0.1 only. */
@NullMarked
package snapbench.testee.http;

import org.jspecify.annotations.NullMarked;
