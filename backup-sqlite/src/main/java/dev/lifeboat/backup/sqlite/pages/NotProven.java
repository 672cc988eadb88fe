package dev.lifeboat.backup.sqlite.pages;

/** Ends a comparison: something differs, is damaged, or is not understood here. Not yet a finding. */
final class NotProven extends Exception {
    private static final long serialVersionUID = 1L;

    NotProven(String reason) {
        super(reason, null, false, false);
    }
}
