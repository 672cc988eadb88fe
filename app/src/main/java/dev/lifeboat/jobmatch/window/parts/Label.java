package dev.lifeboat.jobmatch.window.parts;

import java.awt.event.KeyEvent;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.JLabel;

/**
 * Words with the letter that chooses them together with Alt.
 *
 * @param text as people read it
 * @param mnemonicIndex where in the text the letter is; -1 for none
 */
public record Label(String text, int mnemonicIndex) {
    /** Reads words in which {@code &} stands before the letter; {@code &&} is the sign itself. */
    public static Label parse(String marked) {
        StringBuilder text = new StringBuilder();
        int index = -1;
        for (int i = 0; i < marked.length(); i++) {
            char letter = marked.charAt(i);
            if (letter == '&' && i + 1 < marked.length()) {
                i++;
                if (marked.charAt(i) != '&') {
                    index = text.length();
                }
            }
            text.append(marked.charAt(i));
        }
        return new Label(text.toString(), index);
    }

    /** The key of the letter, or 0. */
    public int mnemonic() {
        return mnemonicIndex < 0
                ? 0
                : KeyEvent.getExtendedKeyCodeForChar(Character.toLowerCase(text.charAt(mnemonicIndex)));
    }

    /** Puts words and letter on a button or menu. */
    public <B extends AbstractButton> B on(B button) {
        button.setText(text);
        button.setMnemonic(mnemonic());
        if (mnemonicIndex >= 0) {
            button.setDisplayedMnemonicIndex(mnemonicIndex);
        }
        return button;
    }

    /** Puts words and letter on a label. */
    public JLabel on(JLabel label) {
        label.setText(text);
        label.setDisplayedMnemonic(mnemonic());
        if (mnemonicIndex >= 0) {
            label.setDisplayedMnemonicIndex(mnemonicIndex);
        }
        return label;
    }

    /** Gives words and letter to a command, for every button and menu that shows it. */
    public void on(Action action) {
        action.putValue(Action.NAME, text);
        if (mnemonicIndex >= 0) {
            action.putValue(Action.MNEMONIC_KEY, mnemonic());
            action.putValue(Action.DISPLAYED_MNEMONIC_INDEX_KEY, mnemonicIndex);
        }
    }
}
