package dev.lifeboat.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** This module's words in one language: German, or English for every other one. */
record Texts(Locale locale) {
    private static final String BUNDLE = "dev.lifeboat.ui.texts";

    String text(String key, Object... arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getModule());
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The words of a button or label, with their key. */
    Caption caption(String key, Object... arguments) {
        return Caption.parse(text(key, arguments));
    }
}
