package dev.lifeboat.ui;

import java.awt.Component;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;

/**
 * A text with the key that reaches it, written in the bundles with {@code &} before that letter.
 *
 * @param text without the mark
 * @param mnemonicIndex where the letter is in the text; -1 when there is none
 */
public record Caption(String text, int mnemonicIndex) {
    /** Reads the mark; {@code &&} is an ampersand. */
    public static Caption parse(String marked) {
        StringBuilder text = new StringBuilder();
        int index = -1;
        for (int i = 0; i < marked.length(); i++) {
            if (marked.charAt(i) == '&' && i + 1 < marked.length()) {
                i++;
                index = marked.charAt(i) == '&' ? index : text.length();
            }
            text.append(marked.charAt(i));
        }
        return new Caption(text.toString(), index);
    }

    /**
     * Gives texts that come from elsewhere a key each: the first letter that has not been taken before.
     *
     * @param taken captions that are in the same window
     */
    public static List<Caption> distinct(List<String> texts, Caption... taken) {
        Set<Integer> keys = Stream.of(taken).map(Caption::mnemonic).collect(Collectors.toSet());
        return texts.stream()
                .map(text -> IntStream.range(0, text.length())
                        .filter(index -> Character.isLetterOrDigit(text.charAt(index)))
                        .mapToObj(index -> new Caption(text, index))
                        .filter(caption -> keys.add(caption.mnemonic()))
                        .findFirst()
                        .orElse(new Caption(text, -1)))
                .toList();
    }

    /** Gives a button or menu this text and key. */
    public <B extends AbstractButton> B applyTo(B button) {
        button.setText(text);
        button.setMnemonic(mnemonic());
        button.setDisplayedMnemonicIndex(mnemonicIndex);
        return button;
    }

    /** Gives a label this text and the key to what it labels. */
    public JLabel applyTo(JLabel label) {
        label.setText(text);
        label.setDisplayedMnemonic(mnemonic());
        label.setDisplayedMnemonicIndex(mnemonicIndex);
        return label;
    }

    /** Gives a command this text and key, for every button and menu that shows it. */
    public void applyTo(Action action) {
        action.putValue(Action.NAME, text);
        if (mnemonicIndex >= 0) {
            action.putValue(Action.MNEMONIC_KEY, mnemonic());
            action.putValue(Action.DISPLAYED_MNEMONIC_INDEX_KEY, mnemonicIndex);
        }
    }

    /** Adds a page with this title and key. */
    public void addTo(JTabbedPane pages, Component page) {
        pages.addTab(text, page);
        int index = pages.getTabCount() - 1;
        pages.setMnemonicAt(index, mnemonicIndex < 0 ? -1 : mnemonic());
        pages.setDisplayedMnemonicIndexAt(index, mnemonicIndex);
    }

    /** The key of the letter, or 0. */
    int mnemonic() {
        return mnemonicIndex < 0
                ? 0
                : KeyEvent.getExtendedKeyCodeForChar(Character.toLowerCase(text.charAt(mnemonicIndex)));
    }
}
