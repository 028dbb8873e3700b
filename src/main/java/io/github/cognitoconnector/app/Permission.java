package io.github.cognitoconnector.app;

import java.util.Set;

/** What a caller may do; as a scope it is {@code <resource server>/<permission>}. */
public final class Permission {

    public static final String APPS_ADMIN = "apps.admin";
    public static final String USERS_READ = "users.read";
    public static final String USERS_WRITE = "users.write";
    public static final String GROUPS_READ = "groups.read";
    public static final String GROUPS_WRITE = "groups.write";
    public static final String JOBS_READ = "jobs.read";
    public static final String JOBS_WRITE = "jobs.write";
    public static final String AUDIT_READ = "audit.read";

    /** What an app can give to its operators: everything but the administration of apps. */
    public static final Set<String> OF_AN_APP =
            Set.of(USERS_READ, USERS_WRITE, GROUPS_READ, GROUPS_WRITE, JOBS_READ, JOBS_WRITE, AUDIT_READ);

    private Permission() {}
}
