package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an engine found in a finished copy.
 *
 * @param schemaVersion version of the schema in the file, where one could be read
 * @param tableRows number of rows per table, in the order of the schema
 * @param warnings worth knowing, but no reason to call the file damaged
 * @param findings why the file is damaged; empty when it is not
 */
public record Inspection(
        Optional<SchemaVersion> schemaVersion,
        Map<String, Long> tableRows,
        List<Message> warnings,
        List<Message> findings) {
    /** Copies the collections. */
    public Inspection {
        tableRows = Collections.unmodifiableMap(new LinkedHashMap<>(tableRows));
        warnings = List.copyOf(warnings);
        findings = List.copyOf(findings);
    }

    /** A file that could not be looked into any further. */
    public static Inspection damaged(Message finding) {
        return new Inspection(Optional.empty(), Map.of(), List.of(), List.of(finding));
    }

    /** Whether nothing was found. */
    public boolean isIntact() {
        return findings.isEmpty();
    }
}
