package snapbench.host.doctor;

/** What is looked at before a run, in the order in which equally grave findings are listed. */
public enum FindingKind {
  /** Memory that is free, against what the run needs. */
  FREE_MEMORY("free memory", "everything: a testee that is swapped out or killed is not measured"),
  /** Memory that the control groups allow. */
  MEMORY_LIMIT("memory limit", "everything: the kernel kills what goes beyond the limit"),
  /** Space where snapshots in files, dumps and results go. */
  RESULTS_SPACE("space for results", "everything: a full disk ends the run"),
  /** Space where JVMs and JMH put their temporary files. */
  TEMPORARY_SPACE("space in tmp", "everything: neither JMH nor a JVM starts on a full disk"),
  /** What kind of file system snapshots in files and dumps are written to. */
  RESULTS_FILE_SYSTEM(
      "file system",
      "file snapshots and dumps: tmpfs is memory of the machine and of the container, though not in"
          + " the testee's RSS; a network file system makes times those of the network"),
  /** How the kernel chooses each core's frequency. */
  FREQUENCY_GOVERNOR(
      "frequency governor", "throughput and phase times: the frequency follows the load"),
  /** Whether the frequency may rise above the nominal one. */
  TURBO(
      "turbo", "throughput and phase times: the frequency depends on temperature and other cores"),
  /** What other processes do now. */
  OTHER_PROCESSES("other processes", "throughput and phase times, forks differ more"),
  /** Processes that wanted to run in the last minute. */
  LOAD_AVERAGE("load average", "throughput and phase times, forks differ more"),
  /** How often processes had to wait for a core. */
  PROCESSOR_PRESSURE("processor pressure", "throughput and phase times, forks differ more"),
  /** Time that the hypervisor gave to other machines. */
  STEAL_TIME("steal time", "throughput and phase times: the host gave the cores to others"),
  /** Processor time that the control groups allow. */
  PROCESSOR_LIMIT(
      "processor limit", "throughput and phase times: who has used up a period's quota is stopped"),
  /** How often the control groups have stopped processes for that. */
  THROTTLING("throttling", "throughput and phase times: the processes were stopped meanwhile"),
  /** Whether anonymous memory may leave main memory. */
  SWAP("swap", "RSS: what is swapped out is not resident; times: bringing it back takes time"),
  /** Whether memory comes in huge pages. */
  TRANSPARENT_HUGE_PAGES(
      "transparent huge pages",
      "RSS: memory of which a part was touched is resident as a whole, in steps of a huge page, and"
          + " the kernel merges pages later"),
  /** What JVMs are told by variables. */
  JVM_OPTIONS("JVM variables", "RSS and times: they reach the testee's JVM too"),
  /** What allocators and the loader are told by variables. */
  ALLOCATOR_VARIABLES("allocator variables", "RSS: they reach the testee, beside -p malloc="),
  /** Whether the kernel reclaims memory that is not used for a while. */
  PROACTIVE_RECLAIM(
      "proactive reclaim",
      "RSS: pages that were not used for a while are taken away, without swap those of files only"),
  /** Whether the kernel merges equal pages. */
  SAME_PAGE_MERGING(
      "same-page merging", "times: merging takes processor time, writing to a merged page a copy"),
  /** How exact the kernel's count of resident pages is. */
  RESIDENT_COUNTER("resident counter", "RSS: a reading may lag behind by so much"),
  /** Whether the kernel tells what pages count more than once. */
  PROPORTIONAL_SET(
      "proportional set",
      "RSS: it counts pages again that a process maps at several addresses (ZGC before JDK 23) or"
          + " shares with others; without a proportional set that cannot be told"),
  /** Size of a page. */
  PAGE_SIZE("page size", "RSS: it comes in steps of a page; compare with machines of the same"),
  /** What the kernel tells the time by. */
  CLOCK_SOURCE("clock source", "phase times: reading the clock takes a system call"),
  /** Whether the machine is virtual. */
  VIRTUAL_MACHINE(
      "virtual machine",
      "throughput and phase times: other tenants share cores, caches and memory"),
  /** Whether this is in a container. */
  CONTAINER("container", "file snapshots and dumps, where its layered file system holds them"),
  /** Cores, and whether they are shared between two logical ones. */
  CORES("cores", "throughput and phase times: harness, testee and probes need cores of their own"),
  /** Whether some memory is nearer to some cores. */
  NUMA("NUMA nodes", "throughput and phase times: they depend on where a snapshot's memory lies"),
  /** How many files a process may open. */
  OPEN_FILES("open files", "runs in which descriptors leak: they end early"),
  /** Whether JMH's perf profilers work. */
  PERFORMANCE_COUNTERS("performance counters", "nothing but -prof perf, perfnorm and perfasm");

  private final String label;
  private final String distorts;

  FindingKind(String label, String distorts) {
    this.label = label;
    this.distorts = distorts;
  }

  /** As a table shows it. */
  public String label() {
    return label;
  }

  /** What it distorts where it is not as it should be. */
  String distorts() {
    return distorts;
  }
}
