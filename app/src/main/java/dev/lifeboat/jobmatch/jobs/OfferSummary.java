package dev.lifeboat.jobmatch.jobs;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a list shows of an offer: all but its long texts, and how well it matches.
 *
 * @param id of the offer
 * @param title not blank
 * @param company not blank
 * @param location or empty
 * @param remote where the work is done
 * @param status how far the user has got with it
 * @param posted the day it was published
 * @param deadline the last day for an application
 * @param score 0 to 100; empty before it was scored
 */
public record OfferSummary(
        long id,
        String title,
        String company,
        String location,
        RemoteOption remote,
        OfferStatus status,
        Optional<LocalDate> posted,
        Optional<LocalDate> deadline,
        OptionalInt score) {}
