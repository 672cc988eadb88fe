/**
 * Swing parts for backups, in English and German.
 *
 * <p>Knows the backup API only: no provider and no application. Everything here is created and used on the event
 * dispatch thread.
 */
module dev.lifeboat.ui {
    requires com.formdev.flatlaf;
    requires com.formdev.flatlaf.extras;
    // The icons of flatlaf-extras need it, and say so only where they are compiled.
    requires com.github.weisj.jsvg;
    requires com.miglayout.swing;
    requires transitive dev.lifeboat.backup;
    requires transitive java.desktop;

    exports dev.lifeboat.ui;
}
