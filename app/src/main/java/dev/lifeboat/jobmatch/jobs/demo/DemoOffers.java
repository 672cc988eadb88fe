package dev.lifeboat.jobmatch.jobs.demo;

import dev.lifeboat.jobmatch.jobs.ContractType;
import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobSource;
import dev.lifeboat.jobmatch.jobs.OfferStatus;
import dev.lifeboat.jobmatch.jobs.RemoteOption;
import dev.lifeboat.jobmatch.jobs.SalaryRange;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** One made-up offer after the other, no two alike, the same ones for the same seed. */
final class DemoOffers {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Currency FRANC = Currency.getInstance("CHF");
    private static final List<String> SENIORITY = List.of("", "", "", "", "Senior ", "Senior ", "Junior ");
    private static final List<RemoteOption> REMOTE = List.of(
            RemoteOption.HYBRID,
            RemoteOption.HYBRID,
            RemoteOption.HYBRID,
            RemoteOption.HYBRID,
            RemoteOption.ON_SITE,
            RemoteOption.ON_SITE,
            RemoteOption.REMOTE,
            RemoteOption.REMOTE,
            RemoteOption.UNKNOWN);
    private static final List<ContractType> CONTRACTS = List.of(
            ContractType.PERMANENT,
            ContractType.PERMANENT,
            ContractType.PERMANENT,
            ContractType.PERMANENT,
            ContractType.PERMANENT,
            ContractType.UNKNOWN,
            ContractType.FIXED_TERM,
            ContractType.PART_TIME,
            ContractType.FREELANCE);

    private final Random random;
    private final LocalDate today;
    private final List<JobSource> sources;
    private final DemoWords common = DemoWords.read("words.txt");
    private final DemoWords german = DemoWords.read("words_de.txt");
    private final DemoWords english = DemoWords.read("words_en.txt");
    private final List<DemoRole> germanRoles = roles(german);
    private final List<DemoRole> englishRoles = roles(english);
    private final Set<String> used = new HashSet<>();

    DemoOffers(Random random, LocalDate today, List<JobSource> sources) {
        this.random = random;
        this.today = today;
        this.sources = sources;
    }

    JobOffer next() {
        boolean isGerman = random.nextInt(100) < 60;
        DemoWords words = isGerman ? german : english;
        DemoRole role = any(isGerman ? germanRoles : englishRoles);
        String seniority = any(SENIORITY);
        String title;
        String company;
        String place;
        do {
            title = seniority + role.title();
            company = common.any("company-beginnings", random) + " " + common.any("company-endings", random);
            place = words.any("places", random);
        } while (!used.add(title + "\n" + company + "\n" + place));
        int ageDays = Math.min(random.nextInt(150), random.nextInt(150));
        LocalDate posted = today.minusDays(ageDays);
        OfferStatus status = status(ageDays);
        JobOffer.Builder offer = JobOffer.of(title, company)
                .location(place, any(REMOTE))
                .contract(any(CONTRACTS))
                .salary(salary(role, seniority, place))
                .posted(Optional.of(posted))
                .fetched(posted.atTime(6 + random.nextInt(14), random.nextInt(60))
                        .toInstant(ZoneOffset.UTC))
                .deadline(
                        random.nextInt(100) < 55
                                ? Optional.of(posted.plusDays(21 + random.nextInt(70)))
                                : Optional.empty())
                .status(status)
                .notes(notes(status, words))
                .fullText((isGerman ? DemoText.GERMAN : DemoText.ENGLISH).write(role, company, words, random));
        return found(offer).build();
    }

    private JobOffer.Builder found(JobOffer.Builder offer) {
        if (sources.isEmpty() || random.nextInt(20) == 0) {
            return offer;
        }
        JobSource source = any(sources);
        return offer.foundAt(OptionalLong.of(source.id()), source.url() + "/" + (1_000_000 + used.size() * 37));
    }

    private Optional<SalaryRange> salary(DemoRole role, String seniority, String place) {
        if (random.nextInt(100) < 35) {
            return Optional.empty();
        }
        boolean swiss = place.contains("Switzerland");
        int percent = (seniority.isBlank() ? 100 : seniority.startsWith("S") ? 118 : 84) + (swiss ? 50 : 0);
        int from = rounded(role.from() * percent / 100 + random.nextInt(6_000) - 3_000);
        int to = rounded(role.to() * percent / 100 + random.nextInt(8_000) - 4_000);
        OptionalInt upper = random.nextInt(5) == 0 ? OptionalInt.empty() : OptionalInt.of(Math.max(from, to));
        return Optional.of(new SalaryRange(OptionalInt.of(from), upper, swiss ? FRANC : EURO));
    }

    private OfferStatus status(int ageDays) {
        int percent = random.nextInt(100);
        if (percent < 72 || ageDays < 2) {
            return OfferStatus.NEW;
        }
        return percent < 84
                ? OfferStatus.INTERESTING
                : percent < 91
                        ? OfferStatus.APPLIED
                        : percent < 93
                                ? OfferStatus.INTERVIEW
                                : percent < 94
                                        ? OfferStatus.OFFERED
                                        : percent < 97 ? OfferStatus.REJECTED : OfferStatus.DISMISSED;
    }

    private String notes(OfferStatus status, DemoWords words) {
        boolean active = status == OfferStatus.APPLIED || status == OfferStatus.INTERVIEW;
        return active || status == OfferStatus.INTERESTING && random.nextInt(3) == 0 ? words.any("notes", random) : "";
    }

    private static int rounded(int salary) {
        return salary / 500 * 500;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<DemoRole> roles(DemoWords words) {
        return words.all("roles").stream().map(DemoRole::parse).toList();
    }
}
