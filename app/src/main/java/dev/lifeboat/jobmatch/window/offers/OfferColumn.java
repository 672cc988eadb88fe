package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.OfferStatus;
import dev.lifeboat.jobmatch.jobs.OfferSummary;
import dev.lifeboat.jobmatch.window.parts.Texts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The columns of the table: what they show, and how they are sorted. */
enum OfferColumn {
    SCORE(Comparator.comparingInt(row -> row.offer().score().orElse(-1))) {
        @Override
        String text(OfferSummary offer, Texts texts) {
            return offer.score().isPresent()
                    ? texts.text("offers.score", offer.score().getAsInt())
                    : texts.text("offers.no-score");
        }
    },
    TITLE(Comparator.comparing(OfferRow::title)) {
        @Override
        String text(OfferSummary offer, Texts texts) {
            return offer.title();
        }
    },
    COMPANY(Comparator.comparing(OfferRow::company)) {
        @Override
        String text(OfferSummary offer, Texts texts) {
            return offer.company();
        }
    },
    LOCATION(Comparator.comparing(OfferRow::location)) {
        @Override
        String text(OfferSummary offer, Texts texts) {
            return offer.location();
        }
    },
    STATUS(Comparator.comparing(row -> row.offer().status())) {
        @Override
        String text(OfferSummary offer, Texts texts) {
            return texts.of(offer.status().label());
        }
    },
    POSTED(Comparator.comparing(row -> row.offer().posted().orElse(LocalDate.MIN))) {
        @Override
        String text(OfferSummary offer, Texts texts) {
            return offer.posted().map(texts::day).orElse("");
        }
    };

    private final Comparator<OfferRow> order;

    OfferColumn(Comparator<OfferRow> order) {
        this.order = order;
    }

    /** The cell in words. */
    abstract String text(OfferSummary offer, Texts texts);

    /** How its rows are sorted, ascending. */
    Comparator<OfferRow> order() {
        return order;
    }

    /** Texts as long as most of its cells. */
    Stream<String> samples(Texts texts) {
        Stream<String> cells = switch (this) {
            case SCORE -> Stream.of("1000000");
            case TITLE -> Stream.of("Senior software engineer (m/f/d)");
            case COMPANY -> Stream.of("Nordlicht Software");
            case LOCATION -> Stream.of("Düsseldorf");
            case STATUS -> Stream.of(OfferStatus.values()).map(status -> texts.of(status.label()));
            case POSTED -> IntStream.rangeClosed(1, 12).mapToObj(month -> texts.day(LocalDate.of(2026, month, 28)));
        };
        return Stream.concat(cells, Stream.of(heading(texts)));
    }

    /** Whether a cell that is cut says nothing. */
    boolean isNeededInFull() {
        return this == SCORE || this == STATUS || this == POSTED;
    }

    /** Its heading. */
    String heading(Texts texts) {
        return texts.text("offers.column." + name());
    }
}
