package dev.lifeboat.jobmatch.window.parts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Days as people write them in a locale: in its own order, with any sign between, with two or four digits for the year,
 * or as ISO 8601.
 */
public final class DayText {
    private static final int CENTURY = 2000;

    private final DateTimeFormatter format;
    private final List<Character> order;

    /** The day texts of this locale. */
    public DayText(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale)
                .replaceAll("[yu]+", "uuuu");
        format = DateTimeFormatter.ofPattern(pattern, locale);
        order = Stream.of('d', 'M', 'u')
                .sorted((one, other) -> Integer.compare(pattern.indexOf(one), pattern.indexOf(other)))
                .toList();
    }

    /** The day in figures. */
    public String of(LocalDate day) {
        return format.format(day);
    }

    /** The day that this text means; empty if it means none. */
    public Optional<LocalDate> parse(String text) {
        List<String> numbers = Arrays.stream(text.strip().split("[^0-9]+")).toList();
        boolean otherSigns = !text.strip().matches("[0-9]+[-./ ,]+[0-9]+[-./ ,]+[0-9]+\\.?");
        if (otherSigns || numbers.size() != 3 || numbers.stream().anyMatch(number -> number.length() > 4)) {
            return Optional.empty();
        }
        List<Character> meaning = numbers.get(0).length() == 4 ? List.of('u', 'M', 'd') : order;
        List<Integer> values = new ArrayList<>();
        for (char part : new char[] {'u', 'M', 'd'}) {
            values.add(Integer.parseInt(numbers.get(meaning.indexOf(part))));
        }
        int year = numbers.get(meaning.indexOf('u')).length() <= 2 ? CENTURY + values.get(0) : values.get(0);
        try {
            return Optional.of(LocalDate.of(year, values.get(1), values.get(2)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
