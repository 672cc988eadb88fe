package dev.lifeboat.reliability.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils the record of a backup, which is JSON. */
final class SidecarDamage {
    private static final List<String> FIELDS = List.of(
            "formatVersion",
            "name",
            "database",
            "createdAt",
            "kind",
            "trigger",
            "schemaVersion",
            "schemaVersionSource",
            "sizeBytes",
            "sha256",
            "applicationVersion",
            "verifiedAt",
            "note",
            "warnings",
            "findings",
            "tables");
    private static final int DEEP = 100_000;
    private static final int LONG = 300_000;
    private static final int NEARLY_TOO_LARGE = 1_040_000;

    private SidecarDamage() {}

    /** Spoils a record. */
    static ByteDamage.Spoilt of(byte[] sound, byte[] foreign, RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> ByteDamage.of(sound, foreign, random);
            case 2 -> whole(random);
            case 3 -> large(new String(sound, StandardCharsets.UTF_8), random);
            default -> field(new String(sound, StandardCharsets.UTF_8), random);
        };
    }

    /** One field has a value that nobody expects, or is there twice. */
    private static ByteDamage.Spoilt field(String sound, RandomGenerator random) {
        String name = FIELDS.get(random.nextInt(FIELDS.size()));
        List<String> values = values();
        int which = random.nextInt(values.size());
        String field = '"' + name + "\": " + values.get(which);
        String text = random.nextInt(5) == 0
                ? sound.replaceFirst("\\{", "{" + java.util.regex.Matcher.quoteReplacement(field) + ",")
                : sound.replaceFirst(
                        '"' + name + "\": (\"[^\"]*\"|[0-9]+|\\[[^]]*]|\\{[^}]*})",
                        java.util.regex.Matcher.quoteReplacement(field));
        String shown = field.length() > 80 ? field.substring(0, 80) + "…" : field;
        return new ByteDamage.Spoilt(text.getBytes(StandardCharsets.ISO_8859_1), shown);
    }

    private static List<String> values() {
        return List.of(
                "null",
                "true",
                "-1",
                "0",
                "1e999999999",
                "1" + "0".repeat(LONG),
                "9223372036854775808",
                "-9223372036854775808",
                "1.5",
                "NaN",
                "\"\"",
                "\"" + "x".repeat(LONG) + "\"",
                "\"\\u0000\\ud800\\uffff\\u202e\"",
                "\"../../etc/passwd\"",
                "\"\u00ff\u00c0\u0080\"",
                "\"+1000000000-12-31T23:59:59.999999999Z\"",
                "\"-1000000000-01-01T00:00:00Z\"",
                "\"+999999999-12-31T23:59:59Z\"",
                "\"9999-12-31T23:59:60Z\"",
                "\"2026-06-01T12:00:00+18:00\"",
                "[".repeat(DEEP),
                "{\"a\":".repeat(DEEP),
                "[" + "[],".repeat(LONG) + "[]]",
                "[{\"key\": \"error.io\", \"arguments\": []}]",
                "[{\"key\": \"warning.foreign-keys\", \"arguments\": [\"{0,choice,0#{0}}\", {}, [[]]]}]",
                "[{\"key\": \"{0,number,#}'\", \"arguments\": [1e400, -0.0, null]}]",
                "{\"\": 1, \"t\": -1, \"t\": 2}",
                "{\"t\": 99999999999999999999}");
    }

    /** Something else altogether. */
    private static ByteDamage.Spoilt whole(RandomGenerator random) {
        List<String> texts = List.of(
                "",
                " ",
                "null",
                "[]",
                "{}",
                "{}{}",
                "\ufeff{}",
                "\"",
                "{\"formatVersion\": 2}",
                "{\"formatVersion\": 99999999999999999999, \"sizeBytes\": 1}",
                "[".repeat(NEARLY_TOO_LARGE),
                "{\"a\":".repeat(NEARLY_TOO_LARGE / 5),
                " ".repeat(NEARLY_TOO_LARGE),
                "\"" + "\\u0000".repeat(LONG / 2));
        String text = texts.get(random.nextInt(texts.size()));
        String shown = text.length() > 40 ? text.substring(0, 40) + "… (" + text.length() + ")" : text;
        return new ByteDamage.Spoilt(text.getBytes(StandardCharsets.UTF_8), "all of it: " + shown);
    }

    /** A proper record that is as large as one may be, in several ways. */
    private static ByteDamage.Spoilt large(String sound, RandomGenerator random) {
        StringBuilder more = new StringBuilder(NEARLY_TOO_LARGE);
        int way = random.nextInt(4);
        for (int i = 0; more.length() < NEARLY_TOO_LARGE; i++) {
            more.append(
                    switch (way) {
                        case 0 -> "\"f" + i + "\": 0, ";
                        case 1 -> i == 0 ? "\"tables2\": {" : "\"" + Integer.toString(i, 36) + "\": 1, ";
                        case 2 -> "{\"key\": \"a\", \"arguments\": [" + i + "]}, ";
                        default -> "\"" + Integer.toString(i, 36) + "\": 1, ";
                    });
        }
        String text = switch (way) {
            case 0 -> sound.replaceFirst("\\{", "{" + more);
            case 1 -> sound.replaceFirst("\\{", "{" + more + "\"z\": 1}, ");
            case 2 ->
                sound.replaceFirst(
                        "\"warnings\": \\[",
                        "\"warnings\": [" + more.substring(0, more.length() - 2)
                                + (sound.contains("\"warnings\": []") ? "" : ","));
            default -> sound.replaceFirst("\"tables\": \\{", "\"tables\": {" + more);
        };
        return new ByteDamage.Spoilt(text.getBytes(StandardCharsets.UTF_8), "large in way " + way);
    }
}
