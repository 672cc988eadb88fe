package dev.lifeboat.migration;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Migrates a database, as a process of its own. In this package, because only this package can give scripts to Flyway.
 *
 * <p>Arguments: who searches for the scripts ({@code lifeboat} or {@code flyway}), the anchor class, the folder, the
 * database. Prints how many scripts ran.
 */
final class ScriptsMain {
    private ScriptsMain() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        Class<?> anchor = Class.forName(arguments[1]);
        String folder = arguments[2];
        FluentConfiguration flyway = Flyway.configure(anchor.getClassLoader())
                .dataSource("jdbc:sqlite:" + arguments[3], null, null)
                .locations("classpath:" + folder);
        if (arguments[0].equals("lifeboat")) {
            flyway.resourceProvider(MigrationScripts.of(anchor, folder).resourceProvider())
                    .javaMigrationClassProvider(List::of);
        }
        System.out.println(flyway.load().migrate().migrationsExecuted);
    }
}
