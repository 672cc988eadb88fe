package dev.lifeboat.backup;

import java.util.List;

/** The answer of a full verification: intact, or damaged with what was found. */
public sealed interface Verification {
    /** File name of the backup that was verified. */
    String name();

    /** What is worth knowing although it does not make the backup damaged, such as broken foreign keys. */
    List<Message> warnings();

    /**
     * Checksum, structure and every table are as recorded.
     *
     * @param name file name
     * @param warnings see {@link Verification#warnings()}
     */
    record Intact(String name, List<Message> warnings) implements Verification {
        /** Copies the list. */
        public Intact {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Not to be restored.
     *
     * @param name file name
     * @param findings what is wrong; at least one
     * @param warnings see {@link Verification#warnings()}
     */
    record Damaged(String name, List<Message> findings, List<Message> warnings) implements Verification {
        /** Copies the lists. */
        public Damaged {
            findings = List.copyOf(findings);
            warnings = List.copyOf(warnings);
        }
    }
}
