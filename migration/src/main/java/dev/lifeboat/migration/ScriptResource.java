package dev.lifeboat.migration;

import java.io.Reader;
import java.io.StringReader;
import org.flywaydb.core.api.resource.LoadableResource;

/** A script as Flyway reads it. */
final class ScriptResource extends LoadableResource {
    private final String place;
    private final String fileName;
    private final String sql;

    ScriptResource(String place, String fileName, String sql) {
        this.place = place;
        this.fileName = fileName;
        this.sql = sql;
    }

    @Override
    public Reader read() {
        return new StringReader(sql);
    }

    @Override
    public String getFilename() {
        return fileName;
    }

    /** Flyway writes this into its history: the same as for a script that it has found itself. */
    @Override
    public String getRelativePath() {
        return fileName;
    }

    @Override
    public String getAbsolutePath() {
        return place + "/" + fileName;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return getAbsolutePath();
    }
}
