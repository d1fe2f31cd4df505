package snapbench.host.doctor;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import snapbench.host.kernel.KernelFile;
import snapbench.host.kernel.Processor;

/** Whether the machine is virtual, and whether this runs in a container. */
final class VirtualizationCheck {
  private static final Pattern VIRTUAL_PRODUCT =
      Pattern.compile(
          "(?i).*(kvm|qemu|vmware|virtualbox|virtual machine|bochs|xen|openstack|"
              + "google compute engine|firecracker|parallels|bhyve).*");
  private static final Pattern CONTAINER_GROUP =
      Pattern.compile("docker|kubepods|containerd|libpod|/lxc|garden|/ecs/");

  private VirtualizationCheck() {}

  static Finding virtualMachine(Machine machine) {
    String product =
        Stream.of("sys_vendor", "product_name")
            .flatMap(name -> machine.text("sys/class/dmi/id/" + name).stream())
            .distinct()
            .collect(Collectors.joining(" "));
    Optional<String> hypervisor = machine.text("sys/hypervisor/type");
    String flag = Processor.read(machine.root()).hypervisor();
    boolean virtual =
        flag.equals("yes") || hypervisor.isPresent() || VIRTUAL_PRODUCT.matcher(product).matches();
    if (!virtual) {
      return flag.equals(KernelFile.UNKNOWN) && product.isEmpty()
          ? Finding.unknown(FindingKind.VIRTUAL_MACHINE)
          : Finding.fine(FindingKind.VIRTUAL_MACHINE, product.isEmpty() ? "no" : "no, " + product);
    }
    String of = hypervisor.map(type -> type + " " + product).orElse(product).strip();
    return Finding.of(
        FindingKind.VIRTUAL_MACHINE,
        Severity.WORTH_KNOWING,
        "yes, " + (of.isEmpty() ? "of a kind that it does not tell" : of),
        "compare within one run only, with --interleave and 10 forks or more");
  }

  static Finding container(Machine machine) {
    String groups = machine.text("proc/self/cgroup").orElse("");
    Optional<String> kind =
        machine
            .text("run/systemd/container")
            .or(() -> Optional.ofNullable(machine.variables().get("container")))
            .or(() -> Optional.of("docker").filter(any -> machine.has(".dockerenv")))
            .or(() -> Optional.of("podman").filter(any -> machine.has("run/.containerenv")))
            .or(
                () ->
                    Optional.of("yes, as its control group says")
                        .filter(any -> CONTAINER_GROUP.matcher(groups).find()));
    Severity otherwise = groups.isEmpty() ? Severity.UNKNOWN : Severity.FINE;
    return Finding.of(
        FindingKind.CONTAINER,
        kind.isPresent() ? Severity.WORTH_KNOWING : otherwise,
        kind.orElse("no"),
        "put --results on a volume of the host's");
  }
}
