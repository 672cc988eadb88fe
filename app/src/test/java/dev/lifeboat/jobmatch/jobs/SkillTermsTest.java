package dev.lifeboat.jobmatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkillTermsTest {
    private final SkillTerms terms =
            KnownSkills.of(List.of(), SkillCatalog.builtIn()).terms();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    We use Java.                              | Java
                    JAVA or java                              | Java
                    Java-Kenntnisse                           | Java
                    (Java)                                    | Java
                    Java17 und Java 21                        | Java
                    C++                                       | C++
                    C++17-Erfahrung                           | C++
                    c++, please                               | C++
                    C#/.NET                                   | C#,.NET
                    C# 12                                     | C#
                    Erfahrung mit .NET 8                      | .NET
                    ASP.NET Core                              | ASP.NET
                    Node.js/TypeScript                        | Node.js,TypeScript
                    Vue3 oder Vue.js                          | Vue
                    We build services in Go and Kotlin        | Go,Kotlin
                    Go, Rust                                  | Go,Rust
                    Go und Java                               | Go,Java
                    Senior Go Developer (m/w/d)               | Go
                    Go Developer                              | Go
                    Go-Entwicklerin                           | Go
                    Golang                                    | Go
                    C/C++                                     | C,C++
                    Embedded C                                | C
                    R, Python                                 | R,Python
                    Statistik mit R                           | R
                    PL/SQL                                    | PL/SQL
                    MySQL- und SQL-Kenntnisse                 | MySQL,SQL
                    REST-Schnittstellen                       | REST
                    Continuous Integration                    | CI/CD
                    S/4HANA                                   | S/4HANA
                    Sehr gutes Deutsch und Englisch           | German,English
                    Kubernetes (K8s)                          | Kubernetes
                    Java+Spring Boot                          | Java,Spring
                    """)
    void skillsAreFound(String text, String skills) {
        assertThat(terms.in(text)).containsExactlyInAnyOrder(skills.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ready to go",
                "Let's go!",
                "GO",
                "Go beyond the usual",
                "We support the go-live. Go ahead!",
                "Begleitung bis zum Go-Live",
                "go-to-market",
                "Google, Mango, Gopher",
                "Coffee to-go",
                "example.net and www.example.com/c",
                "Vitamin C",
                "Ansprechpartner ist C. Meier",
                "C-Level",
                "R&D",
                "C&A",
                "Grade C+",
                "Nivea",
                "the rest of the team",
                "in the spring, react swiftly, excel at rust removal",
                "info@java.example",
                "Javanese",
                "Scalable",
                "Deutsche Bahn",
                "Agility",
                "main.java",
            })
    void wordsThatOnlyLookLikeSkillsAreNotFound(String text) {
        assertThat(terms.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "JavaScript, Java",
        "C++, C",
        "C#, C",
        "Objective-C, C",
        "MySQL, SQL",
        "ASP.NET, .NET",
        "GitHub Actions, Git"
    })
    void aLongerNameHoldsNoShorterOne(String text, String shorter) {
        assertThat(terms.in(text)).isNotEmpty().doesNotContain(shorter);
    }

    @Test
    void lettersOfAllScriptsBelongToWords() {
        SkillTerms own = new SkillTerms.Builder()
                .add("Löten", Optional.of("Löten"), false)
                .add("会計", Optional.of("会計"), false)
                .build();

        assertThat(own.in("LÖTEN, Weichlo\u0308ten")).containsExactly("Löten");
        assertThat(own.in("Weichlöten verlötenö")).isEmpty();
        assertThat(own.in("lo\u0308ten")).containsExactly("Löten");
        assertThat(own.in("経験: 会計。")).containsExactly("会計");
        assertThat(own.in("𝒜löten")).isEmpty();
    }

    @Test
    void everySkillOfTheCatalogIsFoundByEachOfItsNames() {
        for (SkillCatalog.Entry entry : SkillCatalog.builtIn().entries()) {
            for (String words : entry.words()) {
                assertThat(terms.in("mit " + words + ", bitte"))
                        .as(words)
                        .isEqualTo(entry.isSkill() ? Set.of(entry.name()) : Set.of());
            }
        }
    }

    @Test
    void noWordOfTheCatalogMeansTwoSkills() {
        assertThat(SkillCatalog.builtIn().entries().stream()
                        .flatMap(entry -> entry.words().stream().distinct())
                        .map(words -> words.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
    }
}
