package dev.lifeboat.backup.sqlite;

import java.util.HashMap;
import java.util.Map;

/** The fields of a record. */
enum RecordField {
    FORMAT_VERSION("formatVersion"),
    NAME("name"),
    DATABASE("database"),
    CREATED_AT("createdAt"),
    KIND("kind"),
    TRIGGER("trigger"),
    SCHEMA_VERSION("schemaVersion"),
    SCHEMA_VERSION_SOURCE("schemaVersionSource"),
    SIZE_BYTES("sizeBytes"),
    SHA256("sha256"),
    APPLICATION_VERSION("applicationVersion"),
    VERIFIED_AT("verifiedAt"),
    NOTE("note"),
    WARNINGS("warnings"),
    FINDINGS("findings"),
    TABLES("tables"),
    /** One of a later version, whatever it is called. */
    UNKNOWN("");

    private static final Map<String, RecordField> BY_NAME = new HashMap<>();

    static {
        for (RecordField field : values()) {
            if (field != UNKNOWN) {
                BY_NAME.put(field.jsonName, field);
            }
        }
    }

    private final String jsonName;

    RecordField(String jsonName) {
        this.jsonName = jsonName;
    }

    /** Its name in a record. */
    String jsonName() {
        return jsonName;
    }

    static RecordField named(String jsonName) {
        return BY_NAME.getOrDefault(jsonName, UNKNOWN);
    }
}
