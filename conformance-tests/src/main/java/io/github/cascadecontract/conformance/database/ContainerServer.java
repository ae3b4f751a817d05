package io.github.cascadecontract.conformance.database;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** A container of this JVM's own. Only on request: looking for Docker where there is none can take minutes. */
final class ContainerServer implements DatabaseServer {

    static final String PREFIX = "testcontainers:";

    private static final String HOST = "io.github.cascadecontract.host";
    private static final String OWNER = "io.github.cascadecontract.owner";
    private static final String LIBRARY = "org.testcontainers.postgresql.PostgreSQLContainer";
    private static final String[] COMMAND = {
        "postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "max_connections=100"
    };

    private final String image;
    private final PostgreSQLContainer container;

    private ContainerServer(String image, PostgreSQLContainer container) {
        this.image = image;
        this.container = container;
    }

    static DatabaseServer start(String image) {
        if (!isLibraryThere()) {
            throw new DatabaseUnavailableException(WaysOut.containerLibraryMissing(), null);
        }
        try {
            DockerClient docker = DockerClientFactory.instance().client();
            removeAbandoned(docker);
            DockerImageName name = ImageNameSubstitutor.instance().apply(DockerImageName.parse(image));
            pullIfMissing(docker, name.asCanonicalNameString());
            return new ContainerServer(image, started(name));
        } catch (RuntimeException failure) {
            throw new DatabaseUnavailableException(WaysOut.container(image, failure), failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException(WaysOut.container(image, failure), failure);
        }
    }

    private static boolean isLibraryThere() {
        try {
            Class.forName(LIBRARY, false, ContainerServer.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    /** Testcontainers would try for minutes to get an image that does not exist. */
    private static void pullIfMissing(DockerClient docker, String image) throws InterruptedException {
        if (docker.listImagesCmd().withReferenceFilter(image).exec().isEmpty()) {
            docker.pullImageCmd(image).start().awaitCompletion();
        }
    }

    private static PostgreSQLContainer started(DockerImageName image) {
        PostgreSQLContainer container = new PostgreSQLContainer(image.asCompatibleSubstituteFor("postgres"));
        container
                .withLabel(HOST, host())
                .withLabel(OWNER, FolderOwner.current().newName())
                .withCommand(COMMAND);
        container.start();
        return container;
    }

    /**
     * Testcontainers' own reaper does this too, but its image is not to be had everywhere. A process id means nothing
     * on another host, and the engine may serve several.
     */
    private static void removeAbandoned(DockerClient docker) {
        List<Container> ours = docker.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(HOST, host()))
                .exec();
        ours.stream()
                .filter(container -> isAbandoned(container.getLabels()))
                .forEach(container -> docker.removeContainerCmd(container.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
    }

    private static boolean isAbandoned(Map<String, String> labels) {
        Optional<FolderOwner> owner = FolderOwner.ofName(labels.getOrDefault(OWNER, ""));
        return owner.isPresent() && !owner.get().isRunning();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    @Override
    public ServerAddress address() {
        return new ServerAddress(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    @Override
    public String describe(String version) {
        return "PostgreSQL " + version + " in a container of " + image;
    }

    @Override
    public boolean isDisposable() {
        return true;
    }

    @Override
    public void close() {
        container.stop();
    }
}
