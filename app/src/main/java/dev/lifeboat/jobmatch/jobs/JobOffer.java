package dev.lifeboat.jobmatch.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A job that somebody offers, and what the user makes of it. Text that is not there is empty.
 *
 * @param id 0 for one that is not stored yet
 * @param sourceId the {@link JobSource} it was found at; empty if it was entered by hand
 * @param url its page, or empty
 * @param title not blank
 * @param company not blank
 * @param location as the offer says it, or empty
 * @param remote where the work is done
 * @param contract the kind of employment
 * @param salary what it pays, if the offer says so
 * @param posted the day it was published
 * @param fetched when it was entered or imported
 * @param deadline the last day for an application
 * @param status how far the user has got with it
 * @param notes the user's own words
 * @param fullText the offer's own words, any number of lines
 */
public record JobOffer(
        long id,
        OptionalLong sourceId,
        String url,
        String title,
        String company,
        String location,
        RemoteOption remote,
        ContractType contract,
        Optional<SalaryRange> salary,
        Optional<LocalDate> posted,
        Optional<Instant> fetched,
        Optional<LocalDate> deadline,
        OfferStatus status,
        String notes,
        String fullText) {

    /**
     * Brings all but notes and full text into one trimmed line; throws an {@link IllegalArgumentException} for a blank
     * title or company.
     */
    public JobOffer {
        url = Words.line(url);
        title = Words.required(title, "the title of an offer");
        company = Words.required(company, "the company of an offer");
        location = Words.line(location);
    }

    /** Begins a new offer about which nothing else is known. */
    public static Builder of(String title, String company) {
        return new Builder(title, company);
    }

    /** Begins a copy of this one. */
    public Builder with() {
        return new Builder(this);
    }

    /** The same offer under the number that it is stored with. */
    public JobOffer withId(long newId) {
        Builder copy = with();
        copy.id = newId;
        return copy.build();
    }

    /** An offer in the making. Not for several threads. */
    public static final class Builder {
        private String title;
        private String company;
        private long id;
        private OptionalLong sourceId = OptionalLong.empty();
        private String url = "";
        private String location = "";
        private RemoteOption remote = RemoteOption.UNKNOWN;
        private ContractType contract = ContractType.UNKNOWN;
        private Optional<SalaryRange> salary = Optional.empty();
        private Optional<LocalDate> posted = Optional.empty();
        private Optional<Instant> fetched = Optional.empty();
        private Optional<LocalDate> deadline = Optional.empty();
        private OfferStatus status = OfferStatus.NEW;
        private String notes = "";
        private String fullText = "";

        private Builder(String title, String company) {
            this.title = title;
            this.company = company;
        }

        private Builder(JobOffer offer) {
            this(offer.title, offer.company);
            id = offer.id;
            sourceId = offer.sourceId;
            url = offer.url;
            location = offer.location;
            remote = offer.remote;
            contract = offer.contract;
            salary = offer.salary;
            posted = offer.posted;
            fetched = offer.fetched;
            deadline = offer.deadline;
            status = offer.status;
            notes = offer.notes;
            fullText = offer.fullText;
        }

        /** Another title, not blank. */
        public Builder title(String words) {
            title = words;
            return this;
        }

        /** Another company, not blank. */
        public Builder company(String name) {
            company = name;
            return this;
        }

        /** Where it was found: the number of a stored source, and the offer's own page or an empty text. */
        public Builder foundAt(OptionalLong source, String page) {
            sourceId = source;
            url = page;
            return this;
        }

        /** Where it is and how much of it can be done elsewhere. */
        public Builder location(String place, RemoteOption option) {
            location = place;
            remote = option;
            return this;
        }

        /** The kind of employment. */
        public Builder contract(ContractType type) {
            contract = type;
            return this;
        }

        /** What it pays. */
        public Builder salary(Optional<SalaryRange> range) {
            salary = range;
            return this;
        }

        /** The day it was published. */
        public Builder posted(Optional<LocalDate> day) {
            posted = day;
            return this;
        }

        /** When it was entered or imported. */
        public Builder fetched(Instant instant) {
            fetched = Optional.of(instant);
            return this;
        }

        /** The last day for an application. */
        public Builder deadline(Optional<LocalDate> day) {
            deadline = day;
            return this;
        }

        /** How far the user has got. */
        public Builder status(OfferStatus reached) {
            status = reached;
            return this;
        }

        /** The user's own words. */
        public Builder notes(String text) {
            notes = text;
            return this;
        }

        /** The offer's own words. */
        public Builder fullText(String text) {
            fullText = text;
            return this;
        }

        /** The offer; throws an {@link IllegalArgumentException} for a blank title or company. */
        public JobOffer build() {
            return new JobOffer(
                    id, sourceId, url, title, company, location, remote, contract, salary, posted, fetched, deadline,
                    status, notes, fullText);
        }
    }
}
