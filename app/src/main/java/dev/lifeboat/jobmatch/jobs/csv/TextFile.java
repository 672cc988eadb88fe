package dev.lifeboat.jobmatch.jobs.csv;

import dev.lifeboat.jobmatch.jobs.Phrase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of text whose encoding nobody has told. */
final class TextFile {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 1 << 16;

    private TextFile() {}

    /**
     * UTF-8 or UTF-16 if a byte order mark says so, UTF-8 if every byte of the file agrees, Windows-1252 otherwise.
     *
     * @throws CsvException if it is empty or begins with zero bytes, as no text does
     */
    static Charset encoding(Path file) throws IOException, CsvException {
        byte[] head = head(file);
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        for (byte one : head) {
            if (one == 0) {
                throw new CsvException(Phrase.of("csv.not-text", name(file)));
            }
        }
        return isUnicode(file) ? StandardCharsets.UTF_8 : WESTERN;
    }

    /** Reads the file without its byte order mark. */
    static Reader reader(InputStream in, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset), BUFFER);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static byte[] head(Path file) throws IOException, CsvException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(BUFFER);
            if (head.length == 0) {
                throw new CsvException(Phrase.of("csv.empty", name(file)));
            }
            return head;
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static boolean isUnicode(Path file) throws IOException {
        // A decoder reports what is malformed; a charset would replace it.
        try (InputStream in = Files.newInputStream(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder())) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException otherEncoding) {
            return false;
        }
    }
}
