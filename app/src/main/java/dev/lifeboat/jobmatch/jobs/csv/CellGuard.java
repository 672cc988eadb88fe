package dev.lifeboat.jobmatch.jobs.csv;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking somebody's words for a formula: an apostrophe before them says that they are text.
 *
 * <p>What is guarded and then unguarded is what it was.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV injection</a>
 */
final class CellGuard {
    /** Also the wide forms of East Asian keyboards, and behind spaces, which some programs skip. */
    private static final Pattern FORMULA = Pattern.compile("'*[\\s\\h]*[=+\\-@＝＋－＠].*|'*[\\t\\r\\n].*", Pattern.DOTALL);

    private CellGuard() {}

    static String guarded(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String unguarded(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
