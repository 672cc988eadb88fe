package dev.lifeboat.jobmatch.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * Prints lines for people. Names and notes come from files that anybody may have written, so control characters never
 * reach the terminal; letters that its encoding lacks are written in plainer ones.
 */
final class Printer {
    private static final Map<Character, String> PLAINER = Map.ofEntries(
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('„', "\""),
            Map.entry('‘', "'"),
            Map.entry('’', "'"),
            Map.entry('–', "-"),
            Map.entry('·', "-"),
            Map.entry('…', "..."),
            Map.entry('ä', "ae"),
            Map.entry('ö', "oe"),
            Map.entry('ü', "ue"),
            Map.entry('Ä', "Ae"),
            Map.entry('Ö', "Oe"),
            Map.entry('Ü', "Ue"),
            Map.entry('ß', "ss"));

    private final PrintStream stream;
    private final CharsetEncoder encoder;
    private final boolean colours;

    Printer(OutputStream out, Charset charset, boolean colours) {
        this.stream = new PrintStream(out, false, charset);
        this.encoder = charset.newEncoder();
        this.colours = colours;
    }

    /** A printer of nothing. */
    static Printer silent() {
        return new Printer(OutputStream.nullOutputStream(), Charset.defaultCharset(), false);
    }

    /** One line. */
    void line(String text) {
        stream.println(plain(text));
        stream.flush();
    }

    /** One line that stands out. */
    void heading(String text) {
        String shown = plain(text);
        stream.println(colours ? Ansi.Style.bold.on() + shown + Ansi.Style.reset.on() : shown);
        stream.flush();
    }

    /** One line that stands out as a failure. */
    void alarm(String text) {
        String shown = plain(text);
        String red = Ansi.Style.bold.on() + Ansi.Style.fg_red.on();
        stream.println(colours ? red + shown + Ansi.Style.reset.on() : shown);
        stream.flush();
    }

    /** A text of our own making with line breaks and perhaps colours. */
    void prepared(String text) {
        stream.print(encodable(text));
        stream.flush();
    }

    private String plain(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(safe(c)));
        return encodable(shown.toString());
    }

    private static int safe(int c) {
        if (c == '\n' || c == '\t' || c == '\u00a0' || c == '\u202f') {
            return ' ';
        }
        boolean reordersText = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
        return Character.isISOControl(c) || reordersText ? '\ufffd' : c;
    }

    private String encodable(String text) {
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            shown.append(encoder.canEncode(c) || !PLAINER.containsKey(c) ? String.valueOf(c) : PLAINER.get(c));
        }
        return shown.toString();
    }
}
