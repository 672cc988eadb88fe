package dev.lifeboat.jobmatch.jobs.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.lifeboat.jobmatch.jobs.ContractType;
import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.OfferStatus;
import dev.lifeboat.jobmatch.jobs.Phrase;
import dev.lifeboat.jobmatch.jobs.RemoteOption;
import dev.lifeboat.jobmatch.jobs.SalaryRange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** One record of a file on its way to be an offer, and everything that is wrong with it. */
final class OfferRecord {
    private static final Currency EURO = Currency.getInstance("EUR");

    private final CsvLayout layout;
    private final CsvRecord fields;
    private final List<Rejection> problems = new ArrayList<>();

    OfferRecord(CsvLayout layout, CsvRecord fields) {
        this.layout = layout;
        this.fields = fields;
    }

    /** The offer without its source; empty if there are problems. */
    Optional<JobOffer> offer(Clock clock) {
        checkShape();
        String title = required(CsvColumn.TITLE);
        String company = required(CsvColumn.COMPANY);
        RemoteOption remote =
                constant(CsvColumn.REMOTE, RemoteOption.values(), RemoteOption::label, RemoteOption.UNKNOWN);
        ContractType contract =
                constant(CsvColumn.CONTRACT, ContractType.values(), ContractType::label, ContractType.UNKNOWN);
        OfferStatus status = constant(CsvColumn.STATUS, OfferStatus.values(), OfferStatus::label, OfferStatus.NEW);
        Optional<SalaryRange> salary = salary();
        var posted = value(CsvColumn.POSTED, "csv.not-a-day", CellValues::day);
        var deadline = value(CsvColumn.DEADLINE, "csv.not-a-day", CellValues::day);
        var fetched = value(CsvColumn.FETCHED, "csv.not-an-instant", CellValues::instant);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(JobOffer.of(title, company)
                .location(text(CsvColumn.LOCATION), remote)
                .contract(contract)
                .salary(salary)
                .posted(posted)
                .fetched(fetched.orElseGet(clock::instant))
                .deadline(deadline)
                .status(status)
                .notes(text(CsvColumn.NOTES))
                .fullText(text(CsvColumn.FULL_TEXT))
                .build());
    }

    /** The name of its source, or empty. */
    String source() {
        return text(CsvColumn.SOURCE).strip();
    }

    /** Its page, or empty. */
    String url() {
        return text(CsvColumn.URL);
    }

    List<Rejection> problems() {
        return problems;
    }

    private void checkShape() {
        List<String> all = fields.getFields();
        List<String> surplus = all.subList(Math.min(layout.headings().size(), all.size()), all.size());
        if (surplus.stream().anyMatch(field -> !field.isBlank())) {
            reject(
                    "",
                    Phrase.of(
                            "csv.too-many-fields", all.size(), layout.headings().size()));
        }
        for (CsvColumn column : layout.columns().keySet()) {
            if (text(column).indexOf('\0') >= 0) {
                reject(column, Phrase.of("csv.zero-character"));
            }
        }
    }

    private Optional<SalaryRange> salary() {
        OptionalInt from = amount(CsvColumn.SALARY_FROM);
        OptionalInt to = amount(CsvColumn.SALARY_TO);
        String both = text(CsvColumn.SALARY).strip();
        if (from.isEmpty() && to.isEmpty() && !both.isEmpty()) {
            List<Integer> amounts = CellValues.amounts(both);
            if (amounts.isEmpty()) {
                reject(CsvColumn.SALARY, Phrase.of("csv.not-an-amount", both));
                return Optional.empty();
            }
            from = OptionalInt.of(amounts.get(0));
            to = amounts.size() == 2 ? OptionalInt.of(amounts.get(1)) : OptionalInt.empty();
        }
        Optional<Currency> currency = value(CsvColumn.CURRENCY, "csv.not-a-currency", CellValues::currency);
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        if (from.isPresent() && to.isPresent() && from.getAsInt() > to.getAsInt()) {
            reject("", Phrase.of("csv.salary-reversed", from.getAsInt(), to.getAsInt()));
            return Optional.empty();
        }
        return Optional.of(new SalaryRange(
                from, to, currency.or(() -> CellValues.currencyIn(both)).orElse(EURO)));
    }

    private OptionalInt amount(CsvColumn column) {
        Function<String, Optional<Integer>> amount = cell -> {
            OptionalInt number = CellValues.amount(cell);
            return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        };
        return value(column, "csv.not-an-amount", amount).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private String required(CsvColumn column) {
        String text = text(column);
        if (text.isBlank()) {
            reject(column, Phrase.of("csv.required"));
        }
        return text;
    }

    private <T> Optional<T> value(CsvColumn column, String problem, Function<String, Optional<T>> reader) {
        String cell = text(column).strip();
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = reader.apply(cell);
        if (value.isEmpty()) {
            reject(column, Phrase.of(problem, cell));
        }
        return value;
    }

    private <E extends Enum<E>> E constant(CsvColumn column, E[] constants, Function<E, Phrase> label, E otherwise) {
        String cell = text(column).strip();
        if (cell.isEmpty()) {
            return otherwise;
        }
        return CellValues.constant(cell, constants, label).orElseGet(() -> {
            reject(column, Phrase.of("csv.not-one-of", cell, list(constants, label)));
            return otherwise;
        });
    }

    private static <E> Phrase list(E[] constants, Function<E, Phrase> label) {
        return Stream.of(constants)
                .map(label)
                .reduce((one, next) -> Phrase.of("list", one, next))
                .orElseThrow();
    }

    private String text(CsvColumn column) {
        Integer index = layout.columns().get(column);
        return index == null || index >= fields.getFieldCount() ? "" : CellGuard.unguarded(fields.getField(index));
    }

    private void reject(CsvColumn column, Phrase reason) {
        reject(layout.headings().get(layout.columns().get(column)), reason);
    }

    private void reject(String heading, Phrase reason) {
        problems.add(new Rejection(fields.getStartingLineNumber(), heading, reason));
    }
}
