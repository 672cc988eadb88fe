package dev.lifeboat.ui;

import java.awt.event.KeyEvent;
import javax.swing.AbstractButton;
import javax.swing.Action;
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

    /** The key of the letter, or 0. */
    int mnemonic() {
        return mnemonicIndex < 0
                ? 0
                : KeyEvent.getExtendedKeyCodeForChar(Character.toLowerCase(text.charAt(mnemonicIndex)));
    }
}
