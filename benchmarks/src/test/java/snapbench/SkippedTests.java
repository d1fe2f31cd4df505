package snapbench;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Skips each test of a class where an assumption fails in a {@code @BeforeAll}. JUnit by itself
 * would leave the class out, and a report of no tests, none of them skipped, looks like success.
 */
public final class SkippedTests implements BeforeEachCallback, InvocationInterceptor {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(SkippedTests.class);

  @Override
  public void interceptBeforeAllMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    if (reason(context) != null) {
      invocation.skip();
      return;
    }
    try {
      invocation.proceed();
    } catch (TestAbortedException e) {
      context.getStore(OURS).put(TestAbortedException.class, e);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    TestAbortedException reason = reason(context);
    if (reason != null) {
      throw reason;
    }
  }

  /** Why the class, or one around it, is left out; null where it is not. */
  private static @Nullable TestAbortedException reason(ExtensionContext context) {
    return context.getStore(OURS).get(TestAbortedException.class, TestAbortedException.class);
  }
}
