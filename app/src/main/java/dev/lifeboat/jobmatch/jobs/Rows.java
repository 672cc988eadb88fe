package dev.lifeboat.jobmatch.jobs;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How our types are written into columns and read from them. What cannot be read is an {@link SQLException}. */
final class Rows {
    private Rows() {}

    static void set(PreparedStatement statement, int index, OptionalInt value) throws SQLException {
        if (value.isPresent()) {
            statement.setInt(index, value.getAsInt());
        } else {
            statement.setNull(index, Types.INTEGER);
        }
    }

    static void set(PreparedStatement statement, int index, OptionalLong value) throws SQLException {
        if (value.isPresent()) {
            statement.setLong(index, value.getAsLong());
        } else {
            statement.setNull(index, Types.INTEGER);
        }
    }

    /** Days, instants and words as text. */
    static void set(PreparedStatement statement, int index, Optional<?> value) throws SQLException {
        statement.setString(index, value.map(Object::toString).orElse(null));
    }

    static OptionalInt integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    static OptionalLong number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        Optional<String> text = Optional.ofNullable(row.getString(column));
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException notADay) {
            throw unreadable(column, text.get(), notADay);
        }
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        Optional<String> text = Optional.ofNullable(row.getString(column));
        try {
            return text.map(Instant::parse);
        } catch (DateTimeException notAnInstant) {
            throw unreadable(column, text.get(), notAnInstant);
        }
    }

    static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        String name = row.getString(column);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unreadable(column, name, null));
    }

    static Currency currency(ResultSet row, String column) throws SQLException {
        String code = row.getString(column);
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw unreadable(column, code, unknown);
        }
    }

    private static SQLException unreadable(String column, String value, Throwable cause) {
        return new SQLException("column " + column + " holds '" + value + "', which cannot be read", cause);
    }
}
