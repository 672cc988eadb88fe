package dev.lifeboat.jobmatch.jobs.csv;

import dev.lifeboat.jobmatch.jobs.Phrase;
import dev.lifeboat.jobmatch.jobs.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a column of a CSV file may hold. A column is recognised by its heading: our own one in English or German, the
 * constant's name, or another usual one.
 */
public enum CsvColumn {
    /** The job; required. */
    TITLE("Job title", "Position", "Job", "Jobtitel", "Stellentitel", "Stelle", "Bezeichnung"),
    /** Who offers it; required. */
    COMPANY("Employer", "Company name", "Organization", "Firma", "Unternehmen", "Arbeitgeber"),
    /** Where it is. */
    LOCATION("City", "Place", "Ort", "Standort", "Arbeitsort", "Stadt"),
    /** How much is done elsewhere. */
    REMOTE("Remote option", "Home office", "Homeoffice", "Work model", "Arbeitsmodell"),
    /** The kind of employment. */
    CONTRACT("Contract type", "Employment type", "Job type", "Vertrag", "Vertragsart", "Anstellungsart"),
    /** The least it pays in a year. */
    SALARY_FROM("Salary min", "Min salary", "Minimum salary", "Gehalt min", "Mindestgehalt"),
    /** The most it pays in a year. */
    SALARY_TO("Salary max", "Max salary", "Maximum salary", "Gehalt max", "Hoechstgehalt"),
    /** Both in one, such as "60.000 - 75.000 EUR"; read, never written. */
    SALARY("Salary range", "Pay", "Compensation", "Gehalt", "Gehaltsspanne", "Jahresgehalt"),
    /** Of the salary, as an ISO 4217 code. */
    CURRENCY("Salary currency", "Waehrung"),
    /** The day it was published. */
    POSTED("Posted on", "Date", "Date posted", "Published", "Datum", "Veröffentlicht am", "Eingestellt am"),
    /** When it was first entered or imported. */
    FETCHED("Fetched at", "Date added", "Imported", "Abgerufen"),
    /** The last day for an application. */
    DEADLINE("Apply by", "Application deadline", "Closing date", "Frist", "Bewerbungsschluss"),
    /** How far the user has got. */
    STATUS("Application status", "State", "Bewerbungsstatus", "Stand"),
    /** Where it was found. */
    SOURCE("Job board", "Portal", "Website", "Jobbörse", "Stellenbörse"),
    /** Its page. */
    URL("Link", "Job URL", "Webseite", "Internetadresse"),
    /** The user's words. */
    NOTES("Note", "Comment", "Comments", "Notiz", "Bemerkung", "Kommentar"),
    /** The offer's words. */
    FULL_TEXT("Description", "Text", "Job description", "Beschreibung", "Stellenbeschreibung", "Anzeige"),
    /** How well it matches; written, never read. */
    SCORE("Match score", "Match", "Passung");

    private final List<String> otherHeadings;

    CsvColumn(String... otherHeadings) {
        this.otherHeadings = List.of(otherHeadings);
    }

    /** What people call it; also the heading of an exported column. */
    public Phrase label() {
        return Phrase.of("column." + name());
    }

    /** The column with this heading. Capitals, accents, spaces and signs do not matter. */
    public static Optional<CsvColumn> headed(String heading) {
        String wanted = letters(heading);
        return Stream.of(values())
                .filter(column -> column.headings().anyMatch(one -> letters(one).equals(wanted)))
                .findFirst();
    }

    boolean isRequired() {
        return this == TITLE || this == COMPANY;
    }

    private Stream<String> headings() {
        Stream<String> own = Stream.of(name(), label().in(Locale.ENGLISH), label().in(Locale.GERMAN));
        return Stream.concat(own, otherHeadings.stream());
    }

    private static String letters(String heading) {
        return Words.folded(heading).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
