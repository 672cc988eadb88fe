package dev.lifeboat.jobmatch.desktop;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import javax.swing.AbstractButton;
import javax.swing.JLabel;

/** This package's words in one language: German, or English for every other one. */
record Texts(Locale locale) {
    private static final String BUNDLE = "dev.lifeboat.jobmatch.desktop.texts";
    private static final char MNEMONIC = '&';

    /** A sentence with its placeholders filled in. */
    String of(String key, Object... arguments) {
        return new MessageFormat(bundle().getString(key), locale).format(arguments);
    }

    private ResourceBundle bundle() {
        // Asking for a language there is none of would give the system's, not English.
        Locale written = locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? locale : Locale.ROOT;
        return ResourceBundle.getBundle(BUNDLE, written, Texts.class.getModule());
    }

    /** What a script does, in words; a script without words of its own is called by its file's name. */
    String script(String file) {
        String key = "migration.script." + file;
        return bundle().containsKey(key)
                ? of(key)
                : file.replaceFirst("^[^_]*__", "").replaceFirst("\\.sql$", "").replace('_', ' ');
    }

    /** Gives a button its words and the mnemonic after the ampersand in them. */
    <B extends AbstractButton> B on(B button, String key) {
        String words = of(key);
        button.setText(plain(words));
        int at = mnemonic(words);
        if (at >= 0) {
            button.setMnemonic(Character.toUpperCase(words.charAt(at + 1)));
            button.setDisplayedMnemonicIndex(at);
        }
        return button;
    }

    /** Gives a label its words and the mnemonic, which goes to the component it labels. */
    JLabel on(JLabel label, String key) {
        String words = of(key);
        label.setText(plain(words));
        int at = mnemonic(words);
        if (at >= 0) {
            label.setDisplayedMnemonic(Character.toUpperCase(words.charAt(at + 1)));
            label.setDisplayedMnemonicIndex(at);
        }
        return label;
    }

    /** Where the letter with the mnemonic is in the plain words; an ampersand before a space is one. */
    private static int mnemonic(String words) {
        int at = words.indexOf(MNEMONIC);
        return at >= 0 && at + 1 < words.length() && words.charAt(at + 1) != ' ' ? at : -1;
    }

    private static String plain(String words) {
        int at = mnemonic(words);
        return at < 0 ? words : words.substring(0, at) + words.substring(at + 1);
    }
}
