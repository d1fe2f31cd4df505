package snapbench.driver;

/**
 * A version of a driver that exists.
 *
 * @param version the version
 * @param local whether its jar is in the local repository
 */
public record KnownVersion(String version, boolean local) {}
