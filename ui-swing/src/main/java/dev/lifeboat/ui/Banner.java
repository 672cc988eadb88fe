package dev.lifeboat.ui;

import com.formdev.flatlaf.FlatClientProperties;
import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** How well the data is protected, what comes next, and the button that makes a backup now. */
final class Banner extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final float ICON_SCALE = 2;
    private static final String PRIMARY =
            "background: $Button.default.background; foreground: $Button.default.foreground;"
                    + " hoverBackground: $Button.default.hoverBackground; pressedBackground: $Button.default.pressedBackground;"
                    + " borderColor: $Button.default.borderColor; hoverBorderColor: $Button.default.hoverBorderColor;"
                    + " focusedBorderColor: $Button.default.focusedBorderColor";

    private final transient BackupDesk desk;
    private final JLabel icon = new JLabel();
    private final Paragraph sentence = new Paragraph("banner").styled("h3");
    private final Paragraph detail = new Paragraph("banner-detail");
    private transient Optional<Protection.Look> shown = Optional.empty();

    Banner(BackupDesk desk, CreateAction create) {
        super(new MigLayout("insets 0, fillx, hidemode 3", "[][grow,fill]unrelated[]", "[][]"));
        this.desk = desk;
        setOpaque(false);
        JButton button = new JButton(create);
        button.setName(create.key());
        button.putClientProperty(FlatClientProperties.STYLE, PRIMARY);
        add(icon, "spany 2, aligny top, gapright unrelated");
        add(sentence, "wmin 0");
        add(button, "spany 2, aligny top, wrap");
        add(detail, "wmin 0");
        desk.onChange(this::refresh);
        refresh();
    }

    private void refresh() {
        if (!desk.isRead()) {
            sentence.say(desk.texts().text("banner.loading"));
            return;
        }
        Protection protection = desk.protection();
        if (shown.filter(protection.look()::equals).isEmpty()) {
            shown = Optional.of(protection.look());
            icon.setIcon(protection.look().icons().icon(ICON_SCALE));
        }
        sentence.say(protection.sentence());
        detail.say(String.join("\n", details()));
    }

    private List<String> details() {
        List<String> sentences = new ArrayList<>();
        if (desk.overview().problem().isEmpty()) {
            sentences.add(nextAutomatic());
        }
        desk.overview()
                .status()
                .map(BackupStatus::freeBytes)
                .ifPresent(free -> sentences.add(
                        desk.texts().text("banner.free", desk.phrases().size(free))));
        String outlook = String.join("  ", sentences);
        return desk.advice().map(advice -> List.of(advice, outlook)).orElse(List.of(outlook));
    }

    private String nextAutomatic() {
        Optional<Duration> interval = desk.host().automaticBackupInterval();
        if (interval.isEmpty()) {
            return desk.texts().text("banner.next.off");
        }
        Instant now = desk.phrases().now();
        Instant due = desk.overview()
                .list()
                .lastBackup()
                .map(Backup::createdAt)
                .map(last -> last.plus(interval.get()))
                .orElse(now);
        if (!due.isAfter(now)) {
            return desk.texts().text("banner.next.due");
        }
        long days = ChronoUnit.DAYS.between(localDate(now), localDate(due));
        if (days <= 1) {
            return desk.texts().text(days == 0 ? "banner.next.today" : "banner.next.tomorrow");
        }
        return desk.texts().text("banner.next.later", days);
    }

    private LocalDate localDate(Instant instant) {
        return LocalDate.ofInstant(instant, desk.phrases().clock().getZone());
    }
}
