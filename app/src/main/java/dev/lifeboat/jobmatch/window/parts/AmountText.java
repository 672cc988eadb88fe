package dev.lifeboat.jobmatch.window.parts;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole amounts of money as people write them: 60000, 60.000, 60,000 or 60k. */
public final class AmountText {
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<number>\\d{1,3}([.,' \\u00A0\\u202F’]\\d{3})+|\\d{1,9})([.,]00)?\\s*(?<thousands>[kK])?");

    private final NumberFormat format;

    /** The amounts of this locale. */
    public AmountText(Locale locale) {
        format = NumberFormat.getIntegerInstance(locale);
    }

    /** The amount with the locale's signs between thousands. */
    public String of(int amount) {
        return format.format(amount);
    }

    /** The amount, or an empty text. */
    public String of(OptionalInt amount) {
        return amount.isPresent() ? of(amount.getAsInt()) : "";
    }

    /** The amount that this text means; empty if it means none, or one of more than nine digits. */
    public OptionalInt parse(String text) {
        Matcher amount = AMOUNT.matcher(text.strip());
        if (!amount.matches()) {
            return OptionalInt.empty();
        }
        String digits = amount.group("number").replaceAll("\\D", "");
        if (digits.length() > 9) {
            return OptionalInt.empty();
        }
        long value = Long.parseLong(digits) * (amount.group("thousands") == null ? 1 : 1000);
        return value > 999_999_999 ? OptionalInt.empty() : OptionalInt.of((int) value);
    }
}
