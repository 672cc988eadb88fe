package dev.lifeboat.ui;

import java.util.Locale;
import javax.swing.Icon;

/** How far one stage of a checklist is. */
enum StageMark {
    PENDING,
    RUNNING,
    DONE,
    FAILED;

    /** A sign whose shape tells the state without its colour. */
    Icon icon() {
        return Icons.load("icons/stage-" + id() + ".svg");
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
