package io.github.cognitoconnector.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** The folder that keeps the data, held by one process at a time. */
final class DataFolder implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DataFolder.class);
    private static final String SERVER = "postgresql";
    private static final int STOP_SECONDS = 10;

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws IllegalStateException in one sentence, if another process holds the folder */
    static DataFolder lock(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            FileChannel channel =
                    FileChannel.open(absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel).isEmpty()) {
                channel.close();
                throw new IllegalStateException("Another process uses the data in " + absolute
                        + "; stop it, or set connector.embedded.data-dir to another folder.");
            }
            return new DataFolder(absolute, channel);
        } catch (IOException e) {
            throw new IllegalStateException("The folder " + absolute + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    /** The server's own folder. */
    Path server() {
        return folder.resolve(SERVER);
    }

    /** Stops the server that a killed process has left behind; its data was written durably and stays. */
    void stopOrphan() {
        orphan().ifPresent(server -> {
            LOG.infof("Stopping the PostgreSQL server that an earlier process left behind (process %d)", server.pid());
            server.destroy();
            if (!ended(server)) {
                server.destroyForcibly();
                ended(server);
            }
        });
    }

    /** The first line of the server's own pid file names its process, if that is still a PostgreSQL. */
    private Optional<ProcessHandle> orphan() {
        try (var lines = Files.lines(server().resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .filter(line -> line.matches("[0-9]{1,18}"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(process -> process.info().command().orElse("").contains("postgres"));
        } catch (IOException e) {
            LOG.debugf("No server was left behind: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debugf("The lock of %s is released by the end of the process: %s", folder, e.getMessage());
        }
    }
}
