package dev.lifeboat.jobmatch.jobs.csv;

import dev.lifeboat.jobmatch.jobs.Phrase;
import dev.lifeboat.jobmatch.jobs.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people write into cells, in English or German. An empty answer means that it cannot be understood. */
final class CellValues {
    private static final DateTimeFormatter GERMAN_DAY =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})([T ]\\S.*)?");
    private static final Pattern AMOUNT =
            Pattern.compile("(?<number>\\d{1,3}([.,' \\u00A0\\u202F’]\\d{3})+|\\d+)([.,]00)?\\s*(?<thousands>[kK])?");
    private static final Pattern THOUSANDS =
            Pattern.compile("(?<=[\\d\\s])(T€|TEUR\\b|Tsd\\.?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CURRENCY =
            Pattern.compile("€|\\$|£|\\b(?:EURO?|USD|CHF|GBP)\\b", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> CURRENCY_CODES = Map.of("€", "EUR", "EURO", "EUR", "$", "USD", "£", "GBP");

    private CellValues() {}

    /** 2026-11-30, with or without a time, or 30.11.2026. */
    static Optional<LocalDate> day(String cell) {
        Matcher iso = ISO_DAY.matcher(cell);
        try {
            return Optional.of(iso.matches() ? LocalDate.parse(iso.group(1)) : LocalDate.parse(cell, GERMAN_DAY));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** An instant as ISO 8601 writes it. */
    static Optional<Instant> instant(String cell) {
        try {
            return Optional.of(Instant.parse(cell));
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }

    /** 60000, 60.000, 60,000.00 € or 60k. */
    static OptionalInt amount(String cell) {
        List<Integer> amounts = amounts(cell);
        return amounts.size() == 1 ? OptionalInt.of(amounts.get(0)) : OptionalInt.empty();
    }

    /** One amount, or two with "-", "to" or "bis" between them; none if there is anything else. */
    static List<Integer> amounts(String cell) {
        String thousands = THOUSANDS.matcher(cell).replaceAll("k");
        String numbers = CURRENCY.matcher(thousands).replaceAll("").replaceAll(",-+", "");
        List<Integer> amounts = new ArrayList<>();
        for (String part : numbers.strip().split("\\s*(?:[-–—]|\\bto\\b|\\bbis\\b)\\s*", -1)) {
            Matcher amount = AMOUNT.matcher(part.strip());
            long number = amount.matches() ? number(amount) : -1;
            if (number < 0 || number > Integer.MAX_VALUE) {
                return List.of();
            }
            amounts.add((int) number);
        }
        // "50-60k" means 50k, too.
        if (amounts.size() == 2 && amounts.get(0) < 1000 && amounts.get(1) >= 1000) {
            amounts.set(0, amounts.get(0) * 1000);
        }
        return amounts.size() > 2 ? List.of() : amounts;
    }

    /** The currency that a salary names by its usual sign or code. */
    static Optional<Currency> currencyIn(String cell) {
        Matcher sign = CURRENCY.matcher(cell);
        return sign.find() ? currency(sign.group()) : Optional.empty();
    }

    /** A currency by its ISO 4217 code or its sign. */
    static Optional<Currency> currency(String cell) {
        String code = cell.toUpperCase(Locale.ROOT);
        try {
            return Optional.of(Currency.getInstance(CURRENCY_CODES.getOrDefault(code, code)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** A constant by its name or by what people call it. */
    static <E extends Enum<E>> Optional<E> constant(String cell, E[] constants, Function<E, Phrase> label) {
        String wanted = letters(cell);
        return Stream.of(constants)
                .filter(constant -> Stream.of(
                                constant.name(),
                                label.apply(constant).in(Locale.ENGLISH),
                                label.apply(constant).in(Locale.GERMAN))
                        .anyMatch(word -> letters(word).equals(wanted)))
                .findFirst();
    }

    private static long number(Matcher amount) {
        String digits = amount.group("number").replaceAll("\\D", "");
        if (digits.length() > 9) {
            return -1;
        }
        return Long.parseLong(digits) * (amount.group("thousands") == null ? 1 : 1000);
    }

    private static String letters(String words) {
        return Words.folded(words).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
