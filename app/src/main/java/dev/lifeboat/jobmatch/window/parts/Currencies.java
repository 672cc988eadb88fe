package dev.lifeboat.jobmatch.window.parts;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JComboBox;

/** Currencies to choose from. */
public final class Currencies {
    private static final List<Currency> USUAL = Stream.of(
                    "EUR", "CHF", "GBP", "USD", "AUD", "CAD", "CZK", "DKK", "HUF", "NOK", "PLN", "SEK")
            .map(Currency::getInstance)
            .toList();

    private Currencies() {}

    /** A list of the usual ones and this one, which is chosen; or the euro. */
    public static JComboBox<Currency> choice(Texts texts, Optional<Currency> chosen) {
        List<Currency> all = new ArrayList<>(USUAL);
        chosen.filter(one -> !all.contains(one)).ifPresent(all::add);
        JComboBox<Currency> box = Choices.of(
                all, one -> texts.text("currency", one.getCurrencyCode(), one.getDisplayName(texts.locale())));
        box.setSelectedItem(chosen.orElse(USUAL.get(0)));
        return box;
    }
}
