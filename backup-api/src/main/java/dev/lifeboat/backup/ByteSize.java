package dev.lifeboat.backup;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * A number of bytes that people read, such as {@code 15.3 MB} or, in German, {@code 15,3 MB}. Units are decimal, as on
 * the packaging of disks.
 *
 * @param bytes the number of bytes, 0 or more
 */
public record ByteSize(long bytes) {
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};

    /** The size with one decimal at most, in the locale's digits and separators. */
    public String in(Locale locale) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.95 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        String name = unit == 0 ? Message.of("unit.bytes", bytes).in(locale) : UNITS[unit];
        return unit == 0 ? name : format.format(value) + " " + name;
    }
}
