package io.github.cognitoconnector.testing;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service's database, for whoever has to look behind what the service itself may see. */
public final class Database {

    private static final String URL = "quarkus.datasource.jdbc.url";

    private Database() {}

    /** As the server's own user, whom row-level security does not bind. */
    public static Connection asSuperuser() throws SQLException {
        return as("postgres");
    }

    /** A database that nobody may ask, for tests of what is decided without one. */
    public static EntityManager none() {
        return (EntityManager) Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("The database was asked: " + method);
                });
    }

    /** As any role; on loopback the embedded server asks for no password. */
    public static Connection as(String role) throws SQLException {
        return DriverManager.getConnection(ConfigProvider.getConfig().getValue(URL, String.class), role, "");
    }
}
