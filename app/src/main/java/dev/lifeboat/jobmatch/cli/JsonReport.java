package dev.lifeboat.jobmatch.cli;

import com.google.gson.stream.JsonWriter;
import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.BackupStatus;
import dev.lifeboat.backup.CleanupPlan;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.PreservedFiles;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.SchemaVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The answer for programs: exactly one JSON object in UTF-8 on one line. Its keys are a promise; more may be added.
 * Sentences in it are in the person's language.
 */
final class JsonReport implements Report {
    private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

    private final OutputStream out;
    private final Locale locale;
    private final Clock clock;

    JsonReport(OutputStream out, Locale locale, Clock clock) {
        this.out = out;
        this.locale = locale;
        this.clock = clock;
    }

    @Override
    public void created(Backup backup) {
        print(json -> writeBackup(json, backup));
    }

    @Override
    public void listed(BackupList list, BackupConfiguration configuration) {
        print(json -> {
            json.name("backups").beginArray();
            for (Backup backup : list.backups()) {
                json.beginObject();
                writeBackup(json, backup);
                json.endObject();
            }
            json.endArray();
            json.name("lastBackup").value(list.lastBackup().map(Backup::name).orElse(null));
            json.name("preserved").beginArray();
            for (PreservedFiles files : list.preserved()) {
                json.beginObject();
                json.name("path").value(files.path().toString());
                json.name("createdAt").value(files.createdAt().toString());
                json.name("sizeBytes").value(files.sizeBytes());
                json.endObject();
            }
            json.endArray();
        });
    }

    @Override
    public void shown(Backup backup) {
        print(json -> {
            writeBackup(json, backup);
            json.name("tables").beginObject();
            for (Map.Entry<String, Long> table : backup.metadata()
                    .map(BackupMetadata::tableRows)
                    .orElse(Map.of())
                    .entrySet()) {
                json.name(table.getKey()).value(table.getValue());
            }
            json.endObject();
        });
    }

    @Override
    public void verified(Check check) {
        print(json -> writeCheck(json, check));
    }

    @Override
    public void verifiedAll(List<Check> checks) {
        print(json -> {
            json.name("backups").beginArray();
            for (Check check : checks) {
                json.beginObject();
                writeCheck(json, check);
                json.endObject();
            }
            json.endArray();
        });
    }

    @Override
    public void restored(RestoreResult result) {
        print(json -> {
            json.name("restored").value(result.restored());
            json.name("safetyBackup")
                    .value(result.safetyBackup().map(Backup::name).orElse(null));
            strings(
                    json,
                    "preserved",
                    result.preserved().stream().map(Object::toString).toList());
            strings(json, "warnings", sentences(result.warnings()));
        });
    }

    @Override
    public void deleted(String name) {
        print(json -> json.name("deleted").value(name));
    }

    @Override
    public void planned(CleanupPlan plan) {
        List<String> deletions = plan.deletions().stream().map(Backup::name).toList();
        print(json -> writeCleanup(json, deletions, plan.kept(), List.of(), true));
    }

    @Override
    public void cleanedUp(CleanupResult result) {
        print(json -> writeCleanup(json, result.deleted(), result.kept(), result.failed(), false));
    }

    @Override
    public void recovered(RecoveryResult result) {
        print(json -> {
            strings(json, "actions", sentences(result.actions()));
            json.name("state").value(result.state().id());
        });
    }

    @Override
    public void status(BackupStatus status, BackupConfiguration configuration) {
        Optional<Progress> running = status.running();
        print(json -> {
            json.name("operation")
                    .value(running.map(progress -> progress.operation().id()).orElse(null));
            json.name("stage")
                    .value(running.map(progress -> progress.stage().id()).orElse(null));
            json.name("progress").value(running.map(Progress::percent).orElse(null));
            json.name("lastBackup").value(status.lastBackup().map(Backup::name).orElse(null));
            json.name("databaseSizeBytes").value(status.databaseSizeBytes());
            json.name("freeBytes").value(status.freeBytes());
        });
    }

    @Override
    public void providers(BackupProviders providers, Optional<Path> plugins) {
        print(json -> {
            ProviderJson.write(json, providers, locale);
            json.name("plugins").value(plugins.map(Path::toString).orElse(null));
        });
    }

    @Override
    public void failed(Failure failure) {
        print(json -> {
            json.name("error").beginObject();
            json.name("code").value(failure.code());
            json.name("message").value(failure.message());
            json.name("hint").value(failure.hint());
            json.name("path").value(failure.path().map(Object::toString).orElse(null));
            json.endObject();
        });
    }

    private void writeBackup(JsonWriter json, Backup backup) throws IOException {
        Optional<BackupMetadata> metadata = backup.metadata();
        Instant now = clock.instant();
        json.name("name").value(backup.name());
        json.name("path").value(backup.path().toString());
        json.name("sizeBytes").value(backup.sizeBytes());
        json.name("createdAt").value(backup.createdAt().toString());
        json.name("kind").value(backup.kind().map(BackupKind::id).orElse(null));
        json.name("schemaVersion")
                .value(backup.schemaVersion().map(SchemaVersion::value).orElse(null));
        json.name("schemaVersionSource")
                .value(backup.schemaVersion().map(SchemaVersion::source).orElse(null));
        json.name("sha256").value(metadata.map(BackupMetadata::sha256).orElse(null));
        json.name("verified").value(backup.state() == BackupState.VERIFIED);
        json.name("verifiedAt").value(backup.verifiedAt().map(Instant::toString).orElse(null));
        json.name("state").value(backup.state().id());
        json.name("ageDays").value(Math.floorDiv(backup.age(now).getSeconds(), SECONDS_PER_DAY));
        json.name("old").value(backup.isOlderThan(Backup.DEFAULT_MAX_AGE, now));
        json.name("note").value(backup.note());
        json.name("trigger").value(metadata.map(BackupMetadata::trigger).orElse(null));
        json.name("databaseName")
                .value(metadata.map(BackupMetadata::databaseName).orElse(null));
        json.name("applicationVersion")
                .value(metadata.map(BackupMetadata::applicationVersion).orElse(null));
        strings(
                json,
                "warnings",
                metadata.map(record -> sentences(record.warnings())).orElse(List.of()));
        strings(json, "remarks", sentences(backup.remarks()));
    }

    private void writeCheck(JsonWriter json, Check check) throws IOException {
        json.name("name").value(check.name());
        json.name("intact").value(check.isIntact());
        strings(json, "findings", check.findings(locale));
        strings(json, "warnings", check.warnings(locale));
        if (check.failure().isPresent()) {
            json.name("error").value(check.failure().get().error().name());
        }
    }

    private void writeCleanup(
            JsonWriter json,
            List<String> deleted,
            List<CleanupPlan.Kept> kept,
            List<CleanupResult.Failure> failed,
            boolean dryRun)
            throws IOException {
        strings(json, "deleted", deleted);
        json.name("kept").beginArray();
        for (CleanupPlan.Kept one : kept) {
            json.beginObject();
            json.name("name").value(one.backup().name());
            json.name("reason").value(one.reason().id());
            json.endObject();
        }
        json.endArray();
        json.name("failed").beginArray();
        for (CleanupResult.Failure failure : failed) {
            json.beginObject();
            json.name("name").value(failure.name());
            json.name("error").value(failure.error().error().name());
            json.name("message").value(failure.error().message(locale));
            json.endObject();
        }
        json.endArray();
        json.name("dryRun").value(dryRun);
    }

    private List<String> sentences(List<Message> messages) {
        return messages.stream().map(message -> message.in(locale)).toList();
    }

    private static void strings(JsonWriter json, String key, List<String> values) throws IOException {
        json.name(key).beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }

    /** Makes the whole object before the first byte is written, so that there is never half of one. */
    private void print(Body body) {
        StringWriter text = new StringWriter();
        JsonWriter json = new JsonWriter(text);
        try {
            json.beginObject();
            body.write(json);
            json.endObject();
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new AnswerLostException(e);
        }
    }

    @FunctionalInterface
    private interface Body {
        void write(JsonWriter json) throws IOException;
    }
}
