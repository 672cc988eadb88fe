package dev.lifeboat.backup.conformance;

import com.google.gson.Gson;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.spi.SidecarFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The record beside a backup; findings and warnings are kept as the English they were. */
final class GsonSidecar implements SidecarFormat {
    private static final int FORMAT = 1;

    /** What is in the file; what is unknown is null. */
    private record Content(
            int formatVersion,
            String name,
            String database,
            String createdAt,
            String kind,
            String trigger,
            String schemaVersion,
            String schemaSource,
            long sizeBytes,
            String sha256,
            String applicationVersion,
            Map<String, Long> tables,
            String verifiedAt,
            String note,
            List<String> warnings,
            List<String> findings) {}

    @Override
    public byte[] encode(BackupMetadata metadata) {
        Content content = new Content(
                FORMAT,
                metadata.name(),
                metadata.databaseName(),
                metadata.createdAt().toString(),
                metadata.kind().id(),
                metadata.trigger(),
                metadata.schemaVersion().map(SchemaVersion::value).orElse(null),
                metadata.schemaVersion().map(SchemaVersion::source).orElse(null),
                metadata.sizeBytes(),
                metadata.sha256(),
                metadata.applicationVersion(),
                metadata.tableRows(),
                metadata.verifiedAt().map(Instant::toString).orElse(null),
                metadata.note(),
                metadata.warnings().stream().map(Message::toString).toList(),
                metadata.findings().stream().map(Message::toString).toList());
        return new Gson().toJson(content).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Sidecar decode(byte[] bytes) {
        try {
            Content content = new Gson().fromJson(new String(bytes, StandardCharsets.UTF_8), Content.class);
            return content.formatVersion() > FORMAT
                    ? new Unreadable(
                            Message.of("warning.sidecar-newer"),
                            true,
                            OptionalLong.of(content.sizeBytes()),
                            Optional.ofNullable(content.database()))
                    : new Readable(metadata(content));
        } catch (RuntimeException garbage) {
            return new Unreadable(
                    Message.of("warning.sidecar-unreadable"), false, OptionalLong.empty(), Optional.empty());
        }
    }

    private static BackupMetadata metadata(Content content) {
        return new BackupMetadata(
                content.name(),
                content.database(),
                Instant.parse(content.createdAt()),
                BackupKind.fromId(content.kind()).orElseThrow(),
                content.trigger(),
                Optional.ofNullable(content.schemaVersion())
                        .map(version -> new SchemaVersion(version, content.schemaSource())),
                content.sizeBytes(),
                content.sha256(),
                content.applicationVersion(),
                content.tables(),
                Optional.ofNullable(content.verifiedAt()).map(Instant::parse),
                content.note(),
                content.warnings().stream().map(Message::literal).toList(),
                content.findings().stream().map(Message::literal).toList());
    }
}
