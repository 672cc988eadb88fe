package dev.lifeboat.ui;

import javax.swing.AbstractButton;
import javax.swing.JLabel;

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

    /** Gives a button this text and key. */
    public void applyTo(AbstractButton button) {
        button.setText(text);
        button.setMnemonic(mnemonic());
        button.setDisplayedMnemonicIndex(mnemonicIndex);
    }

    /** Gives a label this text and the key to what it labels. */
    public void applyTo(JLabel label) {
        label.setText(text);
        label.setDisplayedMnemonic(mnemonic());
        label.setDisplayedMnemonicIndex(mnemonicIndex);
    }

    private char mnemonic() {
        return mnemonicIndex < 0 ? '\0' : Character.toUpperCase(text.charAt(mnemonicIndex));
    }
}
