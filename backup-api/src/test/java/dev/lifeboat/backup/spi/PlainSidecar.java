package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/** Sidecars as Java properties; enough for what these tests look at. */
final class PlainSidecar implements SidecarFormat {
    @Override
    public byte[] encode(BackupMetadata metadata) {
        Properties properties = new Properties();
        properties.setProperty("name", metadata.name());
        properties.setProperty("database", metadata.databaseName());
        properties.setProperty("createdAt", metadata.createdAt().toString());
        properties.setProperty("kind", metadata.kind().id());
        properties.setProperty("size", String.valueOf(metadata.sizeBytes()));
        properties.setProperty("sha256", metadata.sha256());
        properties.setProperty("note", metadata.note());
        metadata.verifiedAt().ifPresent(at -> properties.setProperty("verifiedAt", at.toString()));
        metadata.findings().stream()
                .findFirst()
                .ifPresent(first -> properties.setProperty("finding", first.toString()));
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return (text + "end\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public Sidecar decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.endsWith("end\n")) {
            Message reason = Message.of("warning.sidecar-unreadable");
            return new Unreadable(reason, false, OptionalLong.empty(), Optional.empty());
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return new Readable(new BackupMetadata(
                properties.getProperty("name"),
                properties.getProperty("database"),
                Instant.parse(properties.getProperty("createdAt")),
                BackupKind.fromId(properties.getProperty("kind")).orElseThrow(),
                "",
                Optional.of(new SchemaVersion("1", SchemaVersion.USER_VERSION)),
                Long.parseLong(properties.getProperty("size")),
                properties.getProperty("sha256"),
                "",
                Map.of(),
                Optional.ofNullable(properties.getProperty("verifiedAt")).map(Instant::parse),
                properties.getProperty("note"),
                List.of(),
                Optional.ofNullable(properties.getProperty("finding")).map(Message::literal).stream()
                        .toList()));
    }
}
