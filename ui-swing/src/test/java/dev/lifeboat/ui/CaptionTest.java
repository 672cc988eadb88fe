package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionTest {
    @Test
    void theMarkedLetterIsTheKey() {
        JButton button = new JButton();

        Caption.parse("Start &again").applyTo(button);

        assertThat(button.getText()).isEqualTo("Start again");
        assertThat(button.getMnemonic()).isEqualTo('A');
        assertThat(button.getDisplayedMnemonicIndex()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "&Restore…, Restore…, 0",
        "Clean &up, Clean up, 6",
        "Close, Close, -1",
        "R&&D &now, R&D now, 4",
        "x&, x&, -1"
    })
    void theLetterAfterTheMarkIsTheOneAnsweredTo(String marked, String text, int index) {
        assertThat(Caption.parse(marked)).isEqualTo(new Caption(text, index));
    }

    @Test
    void aTextWithoutMarkHasNoKey() {
        JLabel label = new JLabel();

        Caption.parse("Backups").applyTo(label);

        assertThat(label.getText()).isEqualTo("Backups");
        assertThat(label.getDisplayedMnemonic()).isZero();
    }

    @Test
    void aLetterOfOneCountryIsAKeyToo() {
        assertThat(Caption.parse("&Über").mnemonic()).isEqualTo(KeyEvent.getExtendedKeyCodeForChar('ü'));
    }

    @Test
    void textsFromElsewhereGetTheFirstLetterThatIsFree() {
        List<Caption> captions = Caption.distinct(List.of("Applied", "All", "Any", "…", "aal"), Caption.parse("Se&nd"));

        assertThat(captions)
                .extracting(Caption::mnemonicIndex)
                .as("A, l, y, none, none")
                .containsExactly(0, 1, 2, -1, -1);
    }

    @Test
    void aPageCanBeReachedByItsKey() {
        JTabbedPane pages = new JTabbedPane();

        Caption.parse("S&kills").addTo(pages, new JLabel());

        assertThat(pages.getTitleAt(0)).isEqualTo("Skills");
        assertThat(pages.getMnemonicAt(0)).isEqualTo(KeyEvent.VK_K);
        assertThat(pages.getDisplayedMnemonicIndexAt(0)).isEqualTo(1);
    }

    @Test
    void aCommandHandsItsTextAndKeyOnToItsButtons() {
        JButton button = new JButton(new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {}
        });

        Caption.parse("E&xport…").applyTo(button.getAction());

        assertThat(button.getText()).isEqualTo("Export…");
        assertThat(button.getMnemonic()).isEqualTo(KeyEvent.VK_X);
        assertThat(button.getDisplayedMnemonicIndex()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "restore.do restore.cancel",
                "details.show details.copy restore.delete restore.close",
                "details.hide details.copy restore.delete restore.close",
                "recovery.empty.do restore.cancel",
                "notice.undo notice.keep",
                "recovery.backups recovery.folder recovery.empty recovery.again recovery.restore recovery.quit"
                        + " details.show details.copy"
            })
    void noKeyIsThereTwiceInOneWindow(String window) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            List<Character> keys = Arrays.stream(window.split(" "))
                    .map(new Texts(locale)::caption)
                    .map(caption -> Character.toLowerCase(caption.text().charAt(caption.mnemonicIndex())))
                    .toList();

            assertThat(keys).as(locale.toString()).doesNotHaveDuplicates();
        }
    }
}
