package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.ui.Caption;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** This package's words in one language: German, or English for every other one. */
record Texts(Locale locale) {
    private static final String BUNDLE = "dev.lifeboat.jobmatch.desktop.texts";

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

    /** The words of a button or label, with their mnemonic. */
    Caption caption(String key) {
        return Caption.parse(of(key));
    }
}
