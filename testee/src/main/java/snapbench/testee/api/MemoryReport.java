package snapbench.testee.api;

/**
 * What the testee's JVM knows of its own memory, in KiB; NaN where it does not say.
 *
 * @param heapUsedKiB used Java heap
 * @param heapCommittedKiB committed Java heap
 * @param nonHeapUsedKiB used metaspace, code cache and their like
 * @param nonHeapCommittedKiB committed metaspace, code cache and their like
 * @param directBuffersKiB memory of direct byte buffers
 * @param mappedBuffersKiB memory of mapped byte buffers
 * @param threads live threads
 */
public record MemoryReport(
    double heapUsedKiB,
    double heapCommittedKiB,
    double nonHeapUsedKiB,
    double nonHeapCommittedKiB,
    double directBuffersKiB,
    double mappedBuffersKiB,
    int threads) {}
