package dev.lifeboat.jobmatch.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/** Values for tests, some of them random but the same every time. */
public final class Samples {
    static final Currency EURO = Currency.getInstance("EUR");
    static final SkillCategory CATEGORY = new SkillCategory(1, Optional.of("programming"), "Programming languages");

    private static final List<String> SKILLS = List.of(
            "Java",
            "C++",
            "C#",
            ".NET",
            "Go",
            "Python",
            "Kubernetes",
            "PostgreSQL",
            "Scrum",
            "Löten",
            "JS",
            "TypeScript");
    private static final List<String> WORDS = List.of(
            "We",
            "use",
            "und",
            "mit",
            "Erfahrung",
            "nice to have:",
            "\n",
            ".",
            ",",
            "von Vorteil",
            "ideally",
            "Java",
            "JavaScript",
            "Golang",
            "Go",
            "C",
            "C++",
            "R",
            "löten",
            "Kubernetes",
            "K8s",
            "SQL",
            "ready to go",
            "Deutsch",
            "-",
            "(",
            "/");
    private static final List<String> PLACES = List.of("", "Berlin", "Munich, Germany", "Köln", "Wien", "Remote");

    private Samples() {}

    /** An offer with something in every field, some of it awkward. */
    public static JobOffer offer() {
        return JobOffer.of("Softwareentwickler:in \"Java\"; m/w/d", "Funk & Söhne, Köln")
                .foundAt(OptionalLong.empty(), "https://example.org/jobs?id=1&x=ü")
                .location("Köln-Ehrenfeld", RemoteOption.HYBRID)
                .contract(ContractType.PERMANENT)
                .salary(Optional.of(SalaryRange.of(60_000, 75_000, EURO)))
                .posted(Optional.of(LocalDate.of(2026, 10, 1)))
                .fetched(Instant.parse("2026-10-02T08:09:10.123Z"))
                .deadline(Optional.of(LocalDate.of(2026, 12, 31)))
                .status(OfferStatus.APPLIED)
                .notes("Frau Öztürk anrufen\nam Montag")
                .fullText("Wir suchen Java-Profis.\r\n\r\nVon Vorteil: Kubernetes; \"K8s\", 漢字 und 🚀\n")
                .build();
    }

    static JobOffer offer(Random random) {
        StringBuilder text = new StringBuilder();
        for (int words = random.nextInt(40); words > 0; words--) {
            text.append(any(random, WORDS)).append(' ');
        }
        return JobOffer.of(any(random, SKILLS) + " Developer", "ACME")
                .location(any(random, PLACES), any(random, List.of(RemoteOption.values())))
                .contract(any(random, List.of(ContractType.values())))
                .salary(random.nextBoolean() ? Optional.empty() : Optional.of(salary(random)))
                .fullText(text.toString())
                .build();
    }

    static List<Skill> skills(Random random) {
        List<Skill> skills = new ArrayList<>();
        for (String name : SKILLS) {
            if (random.nextBoolean()) {
                List<String> aliases =
                        random.nextInt(4) == 0 ? List.of(any(random, WORDS).strip() + "x") : List.of();
                skills.add(new Skill(skills.size() + 1, 1, name, random.nextInt(Skill.BEST_LEVEL + 1), aliases));
            }
        }
        return skills;
    }

    static Preferences preferences(Random random) {
        return new Preferences(
                random.nextBoolean() ? List.of() : List.of("Berlin", "München"),
                random.nextInt(101),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(100_000)),
                EURO,
                any(random, List.of(ContractType.values())));
    }

    private static SalaryRange salary(Random random) {
        int from = random.nextInt(80_000);
        return SalaryRange.of(
                from, from + random.nextInt(40_000), random.nextInt(5) == 0 ? Currency.getInstance("CHF") : EURO);
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
