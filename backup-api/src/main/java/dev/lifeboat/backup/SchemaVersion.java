package dev.lifeboat.backup;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A version of a database's schema, and where it was read. Versions compare number by number (1.10 is newer than 1.9, 2
 * equals 2.0), and only with versions of the same source (FR-015).
 *
 * @param value numbers separated by dots or underscores, as Flyway writes them
 * @param source where it was read, such as {@link #USER_VERSION}
 */
public record SchemaVersion(String value, String source) {
    /** SQLite's {@code PRAGMA user_version}. */
    public static final String USER_VERSION = "user_version";

    private static final int SMALL_NUMBER_DIGITS = 20;
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,40}([._][0-9]{1,40}){0,20}");

    /** Checks the form of the version. */
    public SchemaVersion {
        if (!isSmallNumber(value) && !NUMBERS.matcher(value).matches()) {
            throw new IllegalArgumentException("not a version: " + value);
        }
    }

    /** What most versions are, and lists read thousands of them. */
    private static boolean isSmallNumber(String value) {
        boolean digits = !value.isEmpty() && value.length() <= SMALL_NUMBER_DIGITS;
        for (int i = 0; digits && i < value.length(); i++) {
            digits = value.charAt(i) >= '0' && value.charAt(i) <= '9';
        }
        return digits;
    }

    /**
     * Whether this version is newer than the other; false when they come from different sources and cannot be compared.
     */
    public boolean isNewerThan(SchemaVersion other) {
        if (!source.equals(other.source)) {
            return false;
        }
        List<BigInteger> mine = numbers();
        List<BigInteger> theirs = other.numbers();
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            int order = at(mine, i).compareTo(at(theirs, i));
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return value;
    }

    private List<BigInteger> numbers() {
        return Arrays.stream(value.split("[._]")).map(BigInteger::new).toList();
    }

    private static BigInteger at(List<BigInteger> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }
}
