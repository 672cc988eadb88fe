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
    private static final String SAFETY = "safety_";
    private static final String BACKUP = "backup_";
    private static final String DIGITS_OF_TIME = "0000-00-00_00-00-00";
    private static final String PLAIN_END = ".db";
    private static final Pattern END =
            Pattern.compile("(?:_(?<sequence>[1-9][0-9]{0,3}))?(?<suffix>_pre-migration|_automatic)?\\.db");
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

    /**
     * The parts of a file name, or empty when it is not exactly one that Lifeboat writes. Mostly by hand: thousands of
     * names are parsed for a list.
     */
    public static Optional<BackupName> tryParse(String fileName) {
        boolean safety = fileName.startsWith(SAFETY);
        int begin = (safety ? SAFETY.length() : 0) + BACKUP.length();
        int end = begin + DIGITS_OF_TIME.length();
        if (!fileName.startsWith(BACKUP, begin - BACKUP.length()) || !hasTimeAt(fileName, begin)) {
            return Optional.empty();
        }
        try {
            LocalDateTime time = time(fileName, begin);
            return fileName.startsWith(PLAIN_END, end) && fileName.length() == end + PLAIN_END.length()
                    ? Optional.of(new BackupName(kind(safety, null), time, 1))
                    : withEnd(safety, time, END.matcher(fileName).region(end, fileName.length()));
        } catch (DateTimeException impossibleDate) {
            return Optional.empty();
        }
    }

    private static Optional<BackupName> withEnd(boolean safety, LocalDateTime time, Matcher end) {
        if (!end.matches()) {
            return Optional.empty();
        }
        String writtenOut = end.group("sequence");
        int sequence = writtenOut == null ? 1 : Integer.parseInt(writtenOut);
        String suffix = end.group("suffix");
        return writtenOut != null && sequence < 2 || safety && suffix != null
                ? Optional.empty()
                : Optional.of(new BackupName(kind(safety, suffix), time, sequence));
    }

    private static boolean hasTimeAt(String fileName, int begin) {
        if (fileName.length() < begin + DIGITS_OF_TIME.length()) {
            return false;
        }
        for (int i = 0; i < DIGITS_OF_TIME.length(); i++) {
            char wanted = DIGITS_OF_TIME.charAt(i);
            char found = fileName.charAt(begin + i);
            if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime time(String fileName, int begin) {
        int year = Integer.parseInt(fileName, begin, begin + 4, 10);
        int[] others = new int[5];
        for (int i = 0; i < others.length; i++) {
            int at = begin + 5 + 3 * i;
            others[i] = Integer.parseInt(fileName, at, at + 2, 10);
        }
        return LocalDateTime.of(year, others[0], others[1], others[2], others[3], others[4]);
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
