package dev.lifeboat.backup;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file name of a backup (FR-004): its kind, its local wall time to the second, and a number that tells apart
 * backups of one second.
 *
 * <p>Parsing is strict, because names come from outside: only a name that {@link #fileName()} would give back is
 * accepted, so no separator, {@code ..} or control character can pass.
 *
 * @param kind what the name says the backup is
 * @param localTime wall time, whole seconds
 * @param sequence 1 for the first backup of that second, 2 to 9999 for later ones
 */
public record BackupName(BackupKind kind, LocalDateTime localTime, int sequence) {
    private static final int MAX_SEQUENCE = 9999;
    private static final Pattern PATTERN = Pattern.compile(
            "(?<safety>safety_)?backup_([0-9]{4})-([0-9]{2})-([0-9]{2})_([0-9]{2})-([0-9]{2})-([0-9]{2})"
                    + "(?:_(?<sequence>[1-9][0-9]{0,3}))?(?<suffix>_pre-migration|_automatic)?\\.db");
    private static final int YEAR_GROUP = 2;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss");

    /** Checks the ranges; a time with a fraction of a second or outside the years 0 to 9999 is a caller's mistake. */
    public BackupName {
        if (sequence < 1 || sequence > MAX_SEQUENCE) {
            throw new IllegalArgumentException("sequence must be 1 to " + MAX_SEQUENCE + ": " + sequence);
        }
        if (localTime.getNano() != 0 || localTime.getYear() < 0 || localTime.getYear() > 9999) {
            throw new IllegalArgumentException("time must be whole seconds in the years 0 to 9999: " + localTime);
        }
    }

    /** The name of a backup of this kind and second; a fraction of the second is dropped. */
    public static BackupName of(BackupKind kind, LocalDateTime localTime, int sequence) {
        return new BackupName(kind, localTime.withNano(0), sequence);
    }

    /** The parts of a file name, or empty when it is not exactly one that Lifeboat writes. */
    public static Optional<BackupName> tryParse(String fileName) {
        Matcher matcher = PATTERN.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String writtenOut = matcher.group("sequence");
        int sequence = writtenOut == null ? 1 : Integer.parseInt(writtenOut);
        boolean safety = matcher.group("safety") != null;
        String suffix = matcher.group("suffix");
        if (writtenOut != null && sequence < 2 || safety && suffix != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BackupName(kind(safety, suffix), time(matcher), sequence));
        } catch (DateTimeException impossibleDate) {
            return Optional.empty();
        }
    }

    /** By hand: a thousand names are parsed for every list, and a formatter takes most of that time. */
    private static LocalDateTime time(Matcher matcher) {
        int[] fields = new int[6];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = Integer.parseInt(matcher.group(YEAR_GROUP + i));
        }
        return LocalDateTime.of(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
    }

    /**
     * The parts of a file name.
     *
     * @throws BackupException {@code INVALID_NAME} when Lifeboat would never write that name
     */
    public static BackupName parse(String fileName) throws BackupException {
        Optional<BackupName> name = tryParse(fileName);
        if (name.isEmpty()) {
            throw new BackupException(BackupError.INVALID_NAME, Message.of("error.invalid-name", printable(fileName)));
        }
        return name.get();
    }

    /** The file name, for example {@code backup_2026-11-22_14-03-11_2_pre-migration.db}. */
    public String fileName() {
        String prefix = kind == BackupKind.SAFETY ? "safety_backup_" : "backup_";
        String suffix = switch (kind) {
            case PRE_MIGRATION -> "_pre-migration";
            case AUTOMATIC -> "_automatic";
            case MANUAL, SAFETY -> "";
        };
        return prefix + TIME.format(localTime) + (sequence == 1 ? "" : "_" + sequence) + suffix + ".db";
    }

    @Override
    public String toString() {
        return fileName();
    }

    private static BackupKind kind(boolean safety, String suffix) {
        if (safety) {
            return BackupKind.SAFETY;
        }
        if (suffix == null) {
            return BackupKind.MANUAL;
        }
        return suffix.equals("_pre-migration") ? BackupKind.PRE_MIGRATION : BackupKind.AUTOMATIC;
    }

    private static String printable(String fileName) {
        String shown = fileName.length() > 100 ? fileName.substring(0, 100) + "…" : fileName;
        return shown.codePoints()
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
